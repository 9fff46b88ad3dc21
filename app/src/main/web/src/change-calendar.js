// Draws the calendar of changes. The list under it stays the keyboard's way and the phone's.
import { createCalendar, DayGrid, Interaction, ResourceTimeline, TimeGrid } from "@event-calendar/core";
import library from "text:@event-calendar/core/index.css";
import own from "text:./calendar-drawn.css";

const VIEWS = { month: "dayGridMonth", week: "timeGridWeek", timeline: "resourceTimelineWeek" };
const LOOKS = {
  month: {},
  week: { height: "70vh", slotDuration: { minutes: 30 } },
  timeline: {
    height: "70vh",
    duration: { weeks: 2 },
    slotDuration: { hours: 6 },
    slotWidth: 40,
    slotLabelFormat: { hour: "2-digit", hourCycle: "h23" },
  },
};
const HEADERS = { "HX-Request": "true" };
const NONE = "none";

let styled = false;

const style = () => {
  if (!styled) {
    styled = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(library + own);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
};

const two = (number) => String(number).padStart(2, "0");
const local = (date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;

const node = (tag, text, name) => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = name ?? "";
  return made;
};

const rows = (change, by) => {
  const of = by === "group" ? [change.group].filter(Boolean) : change.services;
  return of.length > 0 ? of : [NONE];
};

const event = (change, by) => ({
  id: change.number,
  start: change.start,
  end: change.end,
  title: change.title,
  resourceIds: rows(change, by),
  editable: change.movable,
  durationEditable: false,
  classNames: ["change", `change-${change.state}`, `change-${change.type}`],
  extendedProps: change,
});

// A month shows whole days, and not the hours in which things may be worked on.
const period = (it, index, resources, view, by) => ({
  id: `period-${index}`,
  start: it.start,
  end: it.end,
  allDay: view === "month",
  title: it.title,
  display: "background",
  editable: false,
  resourceIds: it.everything ? resources : it[by === "group" ? "groups" : "services"],
  classNames: [`period-${it.kind}`],
  extendedProps: { period: true, ...it },
});

export const draw = async (place) => {
  const answer = await fetch(place.dataset.events, { redirect: "error" }).catch(() => null);
  if (!answer?.ok) {
    place.hidden = false;
    fail(place, place.dataset.lost);
    return;
  }
  style();
  place.hidden = false;
  place.parentElement.querySelector(".calendar-list")?.removeAttribute("open");
  show(place, await answer.json());
};

const fail = (place, text) => {
  const error = place.querySelector(":scope > .error");
  error.hidden = !text;
  error.textContent = text;
};

const show = (place, planned) => {
  const { view, date, by, locale, other } = place.dataset;
  const named = by === "group" ? planned.groups : planned.services;
  const resources = [...named, { id: NONE, title: other }].sort((a, b) => (a.id === NONE) - (b.id === NONE) || a.title.localeCompare(b.title, locale));
  const all = resources.map((it) => it.id);
  const periods = planned.periods.filter((it) => view !== "month" || it.kind !== "maintenance");
  const calendar = createCalendar(place.querySelector(".calendar-drawn"), [DayGrid, TimeGrid, ResourceTimeline, Interaction], {
    view: VIEWS[view],
    date,
    locale,
    firstDay: 1,
    headerToolbar: { start: "", center: "", end: "" },
    ...LOOKS[view],
    snapDuration: { minutes: 15 },
    scrollTime: "17:00:00",
    allDaySlot: false,
    nowIndicator: true,
    dayMaxEvents: true,
    pointer: false,
    editable: true,
    eventDurationEditable: false,
    filterResourcesWithEvents: view === "timeline",
    slotEventOverlap: false,
    dayHeaderFormat: view === "month" ? { weekday: "short" } : { weekday: "short", day: "numeric", month: "short" },
    eventTimeFormat: { hour: "numeric", minute: "2-digit" },
    resources: view === "timeline" ? resources : [],
    events: [...planned.changes.map((it) => event(it, by)), ...periods.map((it, index) => period(it, index, all, view, by))],
    eventContent: ({ event: it, timeText }) => ({
      domNodes: it.extendedProps.period
        ? [node("span", it.title, "ec-event-title")]
        : [node("span", timeText, "ec-event-time"), node("span", it.title, "ec-event-title"), node("span", [it.extendedProps.said, it.extendedProps.by].filter(Boolean).join(" · "), "ec-event-more")],
    }),
    eventDidMount: ({ el, event: it }) => {
      el.title = it.extendedProps.period ? it.title : `${it.extendedProps.number} ${it.title} · ${it.extendedProps.said}`;
    },
    eventClick: ({ event: it }) => it.extendedProps.href && location.assign(it.extendedProps.href),
    eventAllUpdated: () => plain(place),
    eventDragStart: ({ event: it }) => shade(calendar, it, all),
    eventDragStop: () => clear(calendar),
    eventDrop: (info) => dropped(place, calendar, info),
  });
};

// The library calls its grid a table but has no rows; for those who hear a page the list is the table.
const plain = (place) => {
  for (const it of place.querySelectorAll(".calendar-drawn :is([role]:not([role=button]), [aria-colindex], [aria-rowindex])")) {
    ["role", "aria-colindex", "aria-rowindex", "aria-colcount", "aria-rowcount"].forEach((name) => it.removeAttribute(name));
  }
};

// While a change is dragged, everything that would stand in its way in the days one sees is shaded.
const shade = async (calendar, dragged, resources) => {
  const { activeStart, activeEnd, type } = calendar.getView();
  const month = type === VIEWS.month;
  const found = await conflicts(dragged.id, activeStart, activeEnd);
  shaded?.();
  const ids = found.map((it, index) => {
    const id = `shade-${index}`;
    calendar.addEvent({ id, start: new Date(it.from), end: new Date(it.to), title: it.text, allDay: month, display: "background", editable: false, resourceIds: resources, classNames: ["shade"], extendedProps: { period: true } });
    return id;
  });
  shaded = () => ids.forEach((id) => calendar.removeEventById(id));
};

let shaded;

const clear = () => {
  shaded?.();
  shaded = undefined;
};

const conflicts = async (number, from, to) => {
  const query = new URLSearchParams({ planned_start: from.toISOString(), planned_end: to.toISOString() });
  const answer = await fetch(`/api/v1/changes/${number}/conflicts?${query}`, { redirect: "error" }).catch(() => null);
  return answer?.ok ? (await answer.json()).items : [];
};

const dropped = async (place, calendar, info) => {
  fail(place, "");
  if (info.newResource && info.newResource.id !== info.oldResource?.id) {
    info.revert();
    return;
  }
  const there = await conflicts(info.event.id, info.event.start, info.event.end);
  if (there.length > 0 && !(await decided(place, info.event, there))) {
    info.revert();
    return;
  }
  await move(place, info);
};

const decided = (place, change, there) => {
  const dialog = place.querySelector(".calendar-move");
  const format = new Intl.DateTimeFormat(place.dataset.locale, { dateStyle: "medium", timeStyle: "short" });
  dialog.querySelector("h2").textContent = `${change.id} ${change.title}`;
  dialog.querySelector(".calendar-when").textContent = format.formatRange(change.start, change.end);
  dialog.querySelector("ul").replaceChildren(...there.map((it) => node("li", it.change ? `${it.change.number} ${it.change.label}: ${it.text}` : it.text)));
  dialog.returnValue = "back";
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "move"), { once: true });
    dialog.querySelectorAll("button").forEach((button) => (button.onclick = () => dialog.close(button.value)));
  });
};

const move = async (place, info) => {
  const { number, version, href } = info.event.extendedProps;
  const body = new URLSearchParams(new FormData(place.querySelector("form")));
  body.set("version", version);
  body.set("planned_start", local(info.event.start));
  body.set("planned_end", local(info.event.end));
  const answer = await fetch(`${href}/conflicts`, { method: "POST", headers: HEADERS, body, redirect: "manual" }).catch(() => null);
  if (answer?.type === "opaqueredirect") {
    location.reload();
    return;
  }
  const page = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html");
  info.revert();
  fail(place, `${number}: ${page.querySelector(".error")?.textContent ?? place.dataset.lost}`);
};
