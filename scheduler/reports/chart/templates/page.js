"use strict";
(() => {
  const chart = document.getElementById("chart"), plot = document.getElementById("plot");
  const tip = document.getElementById("tip"), things = [...plot.querySelectorAll(".thing")];
  const [left, right] = plot.dataset.plot.split(" ").map(Number), width = right - left;
  const pen = document.createElement("canvas").getContext("2d");
  const number = (node, name) => Number(node.getAttribute(name));
  const boxes = [...plot.querySelectorAll("rect")].map((n) => [n, number(n, "x"), number(n, "width")]);
  const lines = [...plot.querySelectorAll("path:not([transform])")];
  const marks = [...plot.querySelectorAll("path[transform]")].map((n) =>
    [n, ...n.getAttribute("transform").match(/[-\d.]+/g).map(Number)]);
  const texts = [...plot.querySelectorAll("text[data-f]")].map((n) =>
    [n, ...n.dataset.r.split(" ").map(Number), n.dataset.f.split("|")]);
  let zoom = 1, shift = 0, at = 0, frame = 0, widths = null;

  const measured = () => texts.map(([node, , , forms]) => {
    const style = getComputedStyle(node);
    pen.font = `${style.fontWeight} ${node.getAttribute("font-size")}px ${style.fontFamily}`;
    return forms.map((form) => pen.measureText(form).width);
  });
  const place = (x) => left + (x - left) * zoom + shift;
  const draw = () => {
    frame = 0;
    widths ??= measured();
    for (const [node, x, w] of boxes) { node.setAttribute("x", place(x)); node.setAttribute("width", w * zoom); }
    const move = `matrix(${zoom} 0 0 1 ${left + shift - left * zoom} 0)`;
    for (const node of lines) node.setAttribute("transform", move);
    for (const [node, x, y] of marks) node.setAttribute("transform", `translate(${place(x)} ${y})`);
    texts.forEach(([node, from, to, forms], n) => {
      const start = Math.max(place(from), left), end = Math.min(place(to), right), side = node.dataset.b;
      const gone = side === "after" ? place(from) < left : side === "before" && place(to) > right;
      const best = gone ? -1 : forms.findIndex((_, k) => widths[n][k] <= end - start - 5.8);
      node.textContent = best < 0 ? "" : forms[best];
      node.setAttribute("x", side === "before" && best >= 0 ? end - 3 - widths[n][best] : start + 3);
    });
  };
  const set = (z, s) => {
    zoom = Math.min(60, Math.max(1, z));
    shift = Math.min(0, Math.max(width - width * zoom, s));
    chart.dataset.zoom = zoom.toFixed(2);
    frame ||= requestAnimationFrame(draw);
  };
  const about = (x, factor) => set(zoom * factor, x - left - ((x - left - shift) / zoom) * Math.min(60, Math.max(1, zoom * factor)));
  const unit = (event) => (event.clientX - chart.getBoundingClientRect().left) * (chart.viewBox.baseVal.width / chart.getBoundingClientRect().width);

  chart.addEventListener("wheel", (event) => {
    if (unit(event) < left) return;
    event.preventDefault();
    about(unit(event), Math.exp(-event.deltaY / 400));
  }, { passive: false });
  let held = null;
  chart.addEventListener("pointerdown", (event) => { if (event.button === 0) held = unit(event) - shift; });
  addEventListener("pointermove", (event) => {
    if (held === null) return;
    chart.classList.add("moving");
    set(zoom, unit(event) - held);
  });
  addEventListener("pointerup", () => { held = null; chart.classList.remove("moving"); });
  for (const button of document.querySelectorAll("[data-zoom]:not(svg)"))
    button.addEventListener("click", () => {
      const factor = Number(button.dataset.zoom);
      if (factor) about(left + width / 2, factor); else set(1, 0);
    });

  const show = (thing, x, y) => {
    const row = document.getElementById(thing.getAttribute("aria-labelledby"));
    tip.replaceChildren(...[...row.cells].flatMap((cell, n) => {
      const parts = cell.children.length ? [...cell.children] : [cell];
      return parts.filter((part) => part.textContent).map((part) => {
        const line = document.createElement(n ? "span" : "b");
        line.textContent = part.textContent;
        return line;
      });
    }));
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - box.width - 8))}px`;
    tip.style.top = `${Math.max(4, y + 18 + box.height > innerHeight ? y - box.height - 12 : y + 18)}px`;
  };
  const hide = () => { tip.hidden = true; };
  const focus = (n) => {
    things[at]?.setAttribute("tabindex", "-1");
    at = (n + things.length) % things.length;
    things[at].setAttribute("tabindex", "0");
    things[at].focus({ preventScroll: true });
  };
  things[0]?.setAttribute("tabindex", "0");
  for (const [n, thing] of things.entries()) {
    thing.addEventListener("pointermove", (event) => { if (held === null) show(thing, event.clientX, event.clientY); });
    thing.addEventListener("pointerleave", hide);
    thing.addEventListener("focus", () => {
      at = n;
      const box = thing.getBoundingClientRect();
      show(thing, Math.max(0, box.left), box.bottom);
    });
    thing.addEventListener("blur", hide);
  }
  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const centre = left + width / 2;
    if (step) focus(at + step);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(things.length - 1);
    else if (event.key === "+" || event.key === "=") about(centre, 1.5);
    else if (event.key === "-") about(centre, 1 / 1.5);
    else if (event.key === "0") set(1, 0);
    else if (event.key === "Escape") hide();
    else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => { set(1, 0); draw(); });
})();
