// Pointing at a fact, or reaching it with the tab key, lights up its cards and all that
// belongs to them in the text. Without this script its link still leads to the card.
"use strict";
(() => {
  const peek = document.getElementById("peek");
  const beside = matchMedia("(min-width: 56.01rem)");
  let lit = [];

  const shown = (card) => getComputedStyle(card.parentElement).display !== "none";

  function clear() {
    lit.forEach((element) => element.classList.remove("lit"));
    lit = [];
    peek.hidden = true;
  }

  function light(ids, record, scroll) {
    clear();
    const cards = ids.map((id) => document.getElementById(id)).filter(shown);
    if (!cards.length) return;
    const wanted = new Set(cards.map((card) => card.id));
    const marks = [...record.querySelectorAll(".at")].filter((mark) =>
      mark.dataset.cards.trim().split(" ").some((id) => wanted.has(id)));
    lit = [...cards, ...marks];
    lit.forEach((element) => element.classList.add("lit"));
    if (!scroll) return;
    if (beside.matches) {
      const card = cards[0], aside = card.closest("aside");
      aside.scrollTop += card.getBoundingClientRect().top - aside.getBoundingClientRect().top - 40;
    } else {
      peek.replaceChildren(...cards.map((card) => {
        const copy = card.cloneNode(true);
        copy.removeAttribute("id");
        copy.querySelectorAll("[id]").forEach((inner) => inner.removeAttribute("id"));
        copy.querySelector(".where").remove();
        return copy;
      }));
      peek.hidden = false;
    }
  }

  function reach(event) {
    if (!(event.target instanceof Element)) return;
    const mark = event.target.closest(".at"), card = event.target.closest("aside .card");
    if (mark) {
      // The fact that is pointed at comes first, those around it behind.
      const ids = mark.dataset.cards.trim().split(" "), main = mark.getAttribute("href").slice(1);
      light([main, ...ids.filter((id) => id !== main)], mark.closest(".record"), true);
    } else if (card) {
      light([card.id], card.closest(".record"), false);
    } else if (event.type === "pointerover" && !event.target.closest("#peek")) {
      clear();
    }
  }

  document.addEventListener("pointerover", reach);
  document.addEventListener("focusin", reach);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  document.addEventListener("click", (event) => {
    // On a narrow page the peek has shown the card: stay where the reader is.
    if (!beside.matches && event.target instanceof Element && event.target.closest(".at")) {
      event.preventDefault();
    }
  });
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.record").forEach((record) => { record.open = true; });
  });
})();
