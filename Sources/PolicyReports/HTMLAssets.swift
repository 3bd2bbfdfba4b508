/// The style sheet and the script of the HTML report.
enum HTMLAssets {
  /// How the report looks on the screen and in print.
  static let style = """
    :root { color-scheme: light; }
    body { font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "宋体", serif;
      color: #1a1a1a; background: #fff; margin: 1.5rem; line-height: 1.6; }
    h1 { font-size: 1.4rem; text-align: center; margin: .5rem 0 1rem; }
    h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    nav { position: sticky; top: 0; background: #fff; border-bottom: 1px solid #ccc; padding: .5rem 0;
      display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center; z-index: 2;
      font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; font-size: .85rem; }
    nav label { margin-right: .7rem; white-space: nowrap; }
    p { margin: .2rem 0; }
    .legend, .note, .replacements { font-size: .9rem; color: #444; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: .8rem; }
    col.n { width: 3.2rem; } col.t { width: 35%; } col.k { width: 5.4rem; } col.r { width: auto; }
    th, td { border: 1px solid #777; padding: .35rem .5rem; vertical-align: top; overflow-wrap: anywhere; }
    th { background: #eef1f6; font-weight: bold; position: sticky; top: 3rem; z-index: 1; }
    td:first-child, td:nth-child(4) { text-align: center; }
    td p + p { margin-top: .35rem; }
    td:last-child { font-size: .85rem; }
    ins { font-weight: bold; text-decoration: underline; color: #0b5d1e; }
    del { text-decoration: line-through; color: #a01515; }
    ins.same-edit, del.same-edit { background: #fff2a8; }
    .gap { color: #777; }
    .stricter, .looser { font-size: .75rem; border: 1px solid; border-radius: .2rem; padding: 0 .2rem;
      white-space: nowrap; }
    .stricter { color: #a01515; } .looser { color: #0b5d1e; }
    td p.threshold, td p.deadline, td p.penalty, td p.modality, td p.bearer { font-weight: bold; }
    td p.editorial, td p.wording { color: #555; }
    tr.current td { box-shadow: inset 0 2px #d98a00, inset 0 -2px #d98a00; }
    tr.unchanged td { color: #777; }
    table.numbers { width: 32rem; max-width: 100%; }
    table.numbers th { position: static; }
    table.numbers td { text-align: center; font-size: .9rem; }
    [hidden] { display: none; }
    @page { size: A4 landscape; margin: 15mm 12mm; }
    @media print {
      body { margin: 0; font-size: 10.5pt; }
      nav { display: none; }
      th { position: static; }
      thead { display: table-header-group; }
      tr { break-inside: auto; }
      td p { orphans: 2; widows: 2; }
      tr.current td { box-shadow: none; }
      ins { color: #000; } del { color: #000; }
    }
    """

  /// Filters rows, jumps between changes, and shows both sides of an edit together.
  static let script = """
    "use strict";
    const rows = [...document.querySelectorAll("tbody tr[data-kind]")];
    const boxes = [...document.querySelectorAll("nav input")];
    const select = document.querySelector("nav select");
    const output = document.querySelector("nav output");
    let current = -1;
    const shown = () => rows.filter(row => !row.hidden);
    function mark(index) {
      rows.forEach(row => row.classList.remove("current"));
      const visible = shown();
      current = visible.length ? (index + visible.length) % visible.length : -1;
      output.textContent = (current + 1) + " / " + visible.length;
      if (current >= 0) {
        visible[current].classList.add("current");
        visible[current].scrollIntoView({ block: "center" });
      }
    }
    function filter() {
      const kinds = new Set(boxes.filter(box => box.checked).map(box => box.value));
      for (const row of rows) {
        const effects = row.dataset.effects.split(" ");
        row.hidden = !kinds.has(row.dataset.kind) || (select.value && !effects.includes(select.value));
      }
      current = -1;
      output.textContent = shown().length + " / " + rows.length;
    }
    boxes.forEach(box => box.addEventListener("change", filter));
    select.addEventListener("change", filter);
    document.querySelectorAll("nav button").forEach(button =>
      button.addEventListener("click", () => mark(
        current < 0 && button.dataset.step < 0 ? -1 : current + Number(button.dataset.step))));
    document.addEventListener("keydown", event => {
      if (event.target.closest("select, input")) return;
      if (event.key === "n" || event.key === "j") mark(current + 1);
      if (event.key === "p" || event.key === "k") mark(current < 0 ? -1 : current - 1);
    });
    // Both sides of an edit light up together; a click brings the other side into view.
    function partners(element) {
      return [...element.closest("tr").querySelectorAll('[data-edit="' + element.dataset.edit + '"]')];
    }
    for (const element of document.querySelectorAll("[data-edit]")) {
      element.addEventListener("mouseenter", () =>
        partners(element).forEach(other => other.classList.add("same-edit")));
      element.addEventListener("mouseleave", () =>
        partners(element).forEach(other => other.classList.remove("same-edit")));
      element.addEventListener("click", () => {
        const other = partners(element).find(other => other !== element);
        if (other) other.scrollIntoView({ block: "center", behavior: "smooth" });
      });
    }
    filter();
    """
}
