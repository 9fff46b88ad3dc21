// The list below a combobox: which option is chosen, told to those who cannot see it by the field that keeps the focus.
export const listbox = (field, list, name) => {
  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };
  const fill = (html) => {
    list.innerHTML = html;
    options().forEach((option, index) => (option.id = `${name}-${index}`));
  };
  return { options, chosen, choose, fill };
};
