// SPDX-License-Identifier: GPL-3.0-or-later
// What is nicer with a script; everything works without it. No text of a page is ever put together here.
"use strict";

// A page that shows how things stand is asked for again when something happened, unless somebody is writing in it.
function keepLive() {
  const main = document.querySelector("main[data-live]");
  if (!main || !window.EventSource) return;
  let due = 0;
  const isBusy = () => main.querySelector("details.action[open]") || main.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
  const refresh = async () => {
    due = 0;
    if (isBusy()) return;
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "live" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main[data-live]");
    if (fresh && !isBusy()) main.replaceChildren(...fresh.children);
  };
  const source = new EventSource("/api/v1/events");
  const soon = () => { if (!due) due = setTimeout(refresh, 1500); };
  source.onmessage = soon;
  for (const kind of ["event", "assigned", "reminder", "overdue", "escalation", "changed", "pressed", "undelivered"]) source.addEventListener(kind, soon);
  addEventListener("pagehide", () => source.close());
}

// A file can be dropped onto the form for it.
function takeDrops() {
  for (const form of document.querySelectorAll("form.upload")) {
    const input = form.querySelector("input[type=file]");
    const over = (is) => (event) => { event.preventDefault(); form.classList.toggle("over", is); };
    form.addEventListener("dragover", over(true));
    form.addEventListener("dragleave", over(false));
    form.addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }
}

// One box for all rows of a table.
function chooseAll() {
  for (const table of document.querySelectorAll("table[data-choose]")) {
    const boxes = table.querySelectorAll("tbody input[type=checkbox]");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.setAttribute("aria-label", table.dataset.choose);
    box.addEventListener("change", () => boxes.forEach((one) => { one.checked = box.checked; }));
    table.querySelector("thead .box").replaceChildren(box);
  }
}

// Sent twice, a form is carried out once; its buttons say so.
function sendOnce() {
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    setTimeout(() => event.target.querySelectorAll("button").forEach((one) => { one.disabled = true; }), 0);
  });
  addEventListener("pageshow", () => document.querySelectorAll("button[disabled]").forEach((one) => { one.disabled = false; }));
}

keepLive();
takeDrops();
chooseAll();
sendOnce();
