/* Search without a server, over the list of terms in terms.js. */
"use strict";

(() => {
  const MARKS = /[\u0300-\u036f]/g;
  const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
  const HYPHENS = /[\u2010-\u2015\u2212]/g;
  const LETTERS = {
    đ: "d", Đ: "d", ð: "d", Ð: "d", ł: "l", Ł: "l", ø: "o", Ø: "o", ħ: "h", Ħ: "h", ŧ: "t", Ŧ: "t", ı: "i",
    æ: "ae", Æ: "ae", œ: "oe", Œ: "oe",
  };
  const SHOWN = 50;

  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

  const fold = (text) => plain(
    text.replace(INVISIBLE, "").replace(HYPHENS, "-").replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"')
      .replace(/[đĐðÐłŁøØħĦŧŦıæÆœŒ]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(MARKS, ""),
  );

  const initials = (folded) => folded.split(/[ -]+/).map((word) => word[0]).join("");

  /* A term: name of its page, source, sense, equivalents as [language, text, status], other names. */
  const designations = ([, source, , equivalents, others]) => {
    const texts = [source, ...equivalents.map((one) => one[1]), ...others].filter(Boolean);
    return texts.map((text, place) => {
      const folded = fold(text);
      return { text, place, plain: plain(text), folded, initials: place ? initials(folded) : "" };
    });
  };

  const terms = window.glossaryTerms.map((term) => ({ term, names: designations(term) }));

  /* Letters to change, put in, leave out or swap until one word is the other; more than `most`
     are not counted. */
  const distance = (first, second, most) => {
    if (Math.abs(first.length - second.length) > most) return most + 1;
    let before = [];
    let last = [...Array(second.length + 1).keys()];
    for (let i = 1; i <= first.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= second.length; j += 1) {
        const cost = first[i - 1] === second[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
      if (Math.min(...row) > most) return most + 1;
    }
    return last[second.length];
  };

  /* How a name meets a query: 0 the same … 6 contained, 7 and 8 with typing errors; -1 not. */
  const closeness = (name, query) => {
    if (name.plain === query.plain) return 0;
    if (name.folded === query.folded) return 1;
    if (query.folded.length > 2 && name.initials === query.folded) return 2;
    if (name.plain.startsWith(query.plain)) return 3;
    if (name.folded.startsWith(query.folded)) return 4;
    if ((" " + name.folded).includes(" " + query.folded)) return 5;
    if (query.words.every((word) => (" " + name.folded).includes(" " + word))) return 6;
    const most = query.folded.length < 4 ? 0 : query.folded.length < 8 ? 1 : 2;
    const errors = most ? distance(name.folded, query.folded, most) : 1;
    return errors <= most ? 6 + errors : -1;
  };

  const find = (text) => {
    const folded = fold(text);
    const query = { plain: plain(text), folded, words: folded.split(" ") };
    const found = [];
    for (const { term, names } of terms) {
      let best = null;
      for (const name of names) {
        const rank = closeness(name, query);
        if (rank >= 0 && (!best || rank < best.rank)) best = { rank, name, term };
      }
      if (best) found.push(best);
    }
    return found.sort((a, b) => a.rank - b.rank || a.name.place - b.name.place ||
      a.name.folded.length - b.name.folded.length || (a.name.folded < b.name.folded ? -1 : 1));
  };

  const element = (name, className, text, language) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    if (language) made.lang = language;
    return made;
  };

  const row = ({ term: [name, source, sense, equivalents], name: met }, texts) => {
    const item = element("li", "row", "");
    const link = item.appendChild(element("a", "hit", ""));
    link.href = texts.terms.replace("*", name);
    const head = link.appendChild(element("span", "source", source + (sense ? " " : "")));
    head.lang = window.glossaryLanguage;
    if (sense) head.append(element("span", "sense", sense));
    const about = element("span", "about", "");
    for (const [language, text, status] of equivalents) {
      link.append(element("span", "target", text || "—", language));
      about.append(element("span", "badge " + status, texts[status]), " ");
    }
    if (met.place > equivalents.length) link.append(element("span", "matched", met.text));
    item.append(about);
    return item;
  };

  window.glossarySearch = (query, results) => {
    const texts = results.dataset;
    const found = find(query);
    const message = (found.length ? texts.found : texts.none)
      .replace("{query}", () => query).replace("{count}", found.length);
    const count = element("p", "count", message);
    count.setAttribute("role", "status");
    const list = element("ol", "rows", "");
    list.append(...found.slice(0, SHOWN).map((one) => row(one, texts)));
    const heading = element("h1", "hidden", texts.heading);
    results.replaceChildren(heading, count, ...(found.length ? [list] : []));
  };

  const form = document.querySelector("form.find");
  form.hidden = false;
  if ("focus" in form.q.dataset) form.q.focus();
})();
