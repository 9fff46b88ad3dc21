// Bundles the browser's part into the folder given as argument: hashed names, a manifest, compressed copies.
// Installs the libraries first where the lock file is newer, and does nothing while nothing changed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2]);
const manifestFile = join(out, "manifest.json");
const installed = join(here, "node_modules", ".package-lock.json");
const main = { entries: ["app.js", "app.css", "theme.js", "docs.css", "design.css"], budgets: { ".js": 60 * 1024, ".css": 90 * 1024 } };
// What those load who come once a month, on a phone.
const self = { entries: ["self.js", "self.css"], budgets: { ".js": 32 * 1024, ".css": 32 * 1024 } };

const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

if (changed(installed) < changed(join(here, "package-lock.json"))) {
  execFileSync("npm", ["ci", "--no-progress"], { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
}

// Where classes are named: what no page says is left out of the style.
const pages = [...files(join(here, "../jte")), ...files(join(here, "../java")), ...files(join(here, "src"))].filter((file) =>
  /\.(jte|java|js)$/.test(file),
);
main.pages = pages;
self.pages = pages.filter((file) => /[\\/](portal|request|shell|record|src)[\\/][^\\/]+$/.test(file));
const sources = [...files(join(here, "src")), ...pages, installed, fileURLToPath(import.meta.url)];
if (sources.every((file) => changed(file) < changed(manifestFile))) {
  process.exit(0);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const manifest = {
  ...(await bundle(main)),
  ...(await bundle(self)),
  "icons.svg": write("icons", ".svg", sprite()),
  "mark.svg": write("mark", ".svg", readFileSync(join(here, "src/mark.svg"))),
};
const sizes = compress();
keepBudgets(main, manifest, sizes);
keepBudgets(self, manifest, sizes);
writeFileSync(manifestFile, JSON.stringify(manifest, null, 2) + "\n");

async function bundle({ entries, pages }) {
  const { build } = await import("esbuild");
  const result = await build({
    absWorkingDir: here,
    entryPoints: entries.map((entry) => join("src", entry)),
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    assetNames: "[name]-[hash]",
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["chrome123", "firefox120", "safari17.5"],
    minify: true,
    sourcemap: false,
    legalComments: "linked",
    loader: { ".svg": "file", ".woff2": "file" },
    metafile: true,
    logLevel: "warning",
    plugins: [purged(pages), texts()],
  });
  // What a script imports when it needs it has an entry point, too, but no page names it.
  const made = Object.entries(result.metafile.outputs).filter(([, output]) => entries.includes(basename(output.entryPoint ?? "")));
  return Object.fromEntries(made.map(([file, output]) => [basename(output.entryPoint), basename(file)]));
}

// The library's style has rules for everything; kept are those for what pages, scripts and Markdown can make.
function purged(pages) {
  const elements =
    /^(a|abbr|b|blockquote|body|br|button|code|d[dlt]|del|details|dialog|em|fieldset|figure|form|h[1-6]|hr|html|i|img|input|ins|kbd|label|legend|li|main|mark|nav|ol|optgroup|option|output|p|pre|progress|s|section|select|small|strong|su[bp]|summary|svg|table|tbody|td|textarea|tfoot|th|thead|time|tr|u|ul|use)$/;
  return {
    name: "purged",
    setup: (build) =>
      build.onLoad({ filter: /tabler\.min\.css$/ }, async ({ path }) => {
        const { PurgeCSS } = await import("purgecss");
        const [{ css }] = await new PurgeCSS().purge({
          content: pages,
          css: [path],
          safelist: { standard: [elements] },
          dynamicAttributes: ["data-bs-theme", "disabled", "open", "type"],
          defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
        });
        return { contents: css, loader: "css" };
      }),
  };
}

// Style that a script brings along: no page needs it before.
function texts() {
  return {
    name: "texts",
    setup: (build) => {
      build.onResolve({ filter: /^text:/ }, async ({ path, resolveDir, importer }) => {
        const found = await build.resolve(path.slice("text:".length), { kind: "import-statement", resolveDir, importer });
        return { path: found.path, errors: found.errors, namespace: "text" };
      });
      build.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => {
        const { transform } = await import("esbuild");
        const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
        return { contents: code, loader: "text" };
      });
    },
  };
}

// Of thousands of icons only the ones listed.
function sprite() {
  const all = readFileSync(join(here, "node_modules/@tabler/icons-sprite/dist/tabler-sprite.svg"), "utf8");
  const names = readFileSync(join(here, "src/icons.txt"), "utf8").split("\n").filter((name) => name.trim() !== "");
  const symbols = names.map((name) => {
    const symbol = all.match(new RegExp(`<symbol id="tabler-${name}".*?</symbol>`, "s"));
    if (!symbol) {
      throw new Error(`src/icons.txt names an icon that does not exist: ${name}`);
    }
    return symbol[0].replace(`id="tabler-${name}"`, `id="${name}"`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

function write(name, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  writeFileSync(join(out, `${name}-${hash}${extension}`), content);
  return `${name}-${hash}${extension}`;
}

// Compressed once here instead of for every answer.
function compress() {
  const sizes = {};
  for (const file of files(out).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const content = readFileSync(file);
    const zipped = gzipSync(content, { level: 9 });
    writeFileSync(`${file}.gz`, zipped);
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
    sizes[basename(file)] = zipped.length;
  }
  return sizes;
}

function keepBudgets({ entries, budgets }, manifest, sizes) {
  for (const [extension, budget] of Object.entries(budgets)) {
    const entry = entries.map((name) => manifest[name]).filter((name) => name.endsWith(extension));
    const size = entry.reduce((sum, name) => sum + sizes[name], 0);
    console.log(`Bundled ${size} bytes of ${extension} compressed (at most ${budget})`);
    if (size > budget) {
      console.error(`The first load of ${extension} is over its budget: load heavy libraries only where they are used`);
      process.exit(1);
    }
  }
}
