/* Search as you type, the keyboard, and copying; every page works without it. */
"use strict";

(() => {
  const input = document.getElementById("q");
  const results = document.getElementById("results");
  const content = document.getElementById("content");
  const address = results.dataset.url;
  let asked = input.value.trim();
  let running = null;
  let timer = 0;

  const show = (query) => {
    results.hidden = !query;
    content.hidden = Boolean(query);
    if (content.dataset.start !== undefined && history.replaceState && address) {
      history.replaceState(null, "", query ? "/?q=" + encodeURIComponent(query) : "/");
    }
  };

  const search = async (query) => {
    if (running) running.abort();
    running = new AbortController();
    try {
      const options = { signal: running.signal, headers: { Accept: "text/html" } };
      const answer = await fetch(address + "?q=" + encodeURIComponent(query), options);
      if (answer.ok) {
        results.innerHTML = await answer.text();
        show(query);
      }
    } catch (error) {
      /* Another letter was typed, or the server is gone: Enter still asks it. */
    }
  };

  const wanted = () => {
    const query = input.value.trim();
    if (query === asked) return;
    asked = query;
    if (!query) {
      if (running) running.abort();
      show("");
    } else if (window.glossarySearch) {
      window.glossarySearch(query, results);
      show(query);
    } else {
      search(query);
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(wanted, address ? 120 : 30);
  });

  input.form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!address) {
      event.preventDefault();
      wanted();
    }
  });

  const hits = () => [...document.querySelectorAll("main a.hit")].filter((hit) => hit.offsetParent);

  const move = (step) => {
    const all = hits();
    const place = all.indexOf(document.activeElement) + step;
    if (place < 0) input.focus();
    else if (place < all.length) all[place].focus();
  };

  const copy = async (button) => {
    const text = button.parentElement.querySelector("[data-copy]").textContent;
    const label = button.textContent;
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 1500);
  };

  const buttons = navigator.clipboard ? [...document.querySelectorAll("button.copy")] : [];
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const active = document.activeElement;
    const writing = active.matches("input, textarea, select");
    const moving = active === input || active.matches("a.hit") || active === document.body;
    if (event.key === "/" && !writing) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === "Escape" && !active.matches("textarea")) {
      if (active === input && input.value) {
        input.value = "";
        clearTimeout(timer);
        wanted();
      }
      input.focus();
    } else if (event.key === "ArrowDown" && moving) {
      event.preventDefault();
      move(1);
    } else if (event.key === "ArrowUp" && active.matches("a.hit")) {
      event.preventDefault();
      move(-1);
    } else if (event.key === "c" && !writing && buttons.length) {
      copy(buttons[0]);
    }
  });

  const arrive = () => {
    if (!address && location.hash.startsWith("#q=")) {
      input.value = new URLSearchParams(location.hash.slice(1)).get("q");
    }
    wanted();
  };
  window.addEventListener("pageshow", arrive);
  window.addEventListener("hashchange", arrive);
})();
