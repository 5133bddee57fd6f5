// Pointing at a fact, or reaching it with the tab key, lights up its cards and all that
// belongs to them in the text. Without this script its link still leads to the card.
"use strict";
(() => {
  const peek = document.getElementById("peek"), told = peek.querySelector("[role=status]");
  const beside = matchMedia("(min-width: 56.01rem)");
  let lit = [];

  const shown = (card) => getComputedStyle(card.parentElement).display !== "none";

  const cardsOf = (mark) => mark.dataset.cards.split(" ");

  function clear() {
    lit.forEach((element) => element.classList.remove("lit"));
    lit = [];
    peek.hidden = true;
  }

  function light(ids, record, scroll) {
    clear();
    const card = (id) => document.getElementById(`${record.id}-${id}`);
    const wanted = new Set(ids.filter((id) => shown(card(id))));
    if (!wanted.size) return;
    const cards = [...wanted].map(card);
    const marks = [...record.querySelectorAll(".at")].filter((mark) =>
      cardsOf(mark).some((id) => wanted.has(id)));
    lit = [...cards, ...marks];
    lit.forEach((element) => element.classList.add("lit"));
    if (!scroll) return;
    if (beside.matches) {
      const aside = cards[0].closest("aside");
      aside.scrollTop += cards[0].getBoundingClientRect().top - aside.getBoundingClientRect().top - 40;
    } else {
      told.replaceChildren(...cards.map((card) => {
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
      light(cardsOf(mark), mark.closest(".record"), true);
    } else if (card) {
      const record = card.closest(".record");
      light([card.id.slice(record.id.length + 1)], record, false);
    } else if (event.type === "pointerover" && !event.target.closest("#peek")) {
      clear();
    }
  }

  // A link to an article opens it; one to a card lights up what belongs to it, too.
  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    const record = target && target.closest(".record");
    if (!record) return;
    record.open = true;
    if (target.matches(".card")) light([target.id.slice(record.id.length + 1)], record, false);
  }

  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("pointerover", reach);
  document.addEventListener("focusin", reach);
  peek.querySelector("button").addEventListener("click", clear);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  // The tab key passes over facts of a kind that is hidden; a link names its card's kind.
  document.querySelector("form").addEventListener("change", ({ currentTarget }) => {
    const boxes = [...currentTarget.querySelectorAll("input:not(:checked)")];
    const hidden = new Set(boxes.map((box) => box.id.replace("show-", "")));
    document.querySelectorAll("a.at").forEach((mark) => {
      if (hidden.has(mark.hash.split("-")[1])) mark.setAttribute("tabindex", "-1");
      else mark.removeAttribute("tabindex");
    });
  });
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
