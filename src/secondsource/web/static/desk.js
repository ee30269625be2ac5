// Keys for the queue. Without this file every form works as well, by Tab and Enter.
"use strict";
(() => {
  const typing = (element) => element instanceof Element && element.matches("input:not([type=hidden]), textarea, select");
  let reasons = null;

  document.body.classList.add("keys");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (reasons && /^[1-9]$/.test(event.key)) {
      const select = reasons.querySelector("select");
      if (Number(event.key) < select.options.length) {
        event.preventDefault();
        select.selectedIndex = Number(event.key);
        // The reason "other" needs words: the cursor goes there instead of sending.
        if (select.value === "other") reasons.querySelector("textarea").focus();
        else reasons.requestSubmit();
      }
      return;
    }
    if (!/^[a-z]$/.test(event.key)) return;
    const found = document.querySelector(`[data-key="${event.key}"], [data-reasons="${event.key}"], [data-open="${event.key}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.matches("[data-reasons]")) {
      reasons = found;
      found.querySelector("fieldset").scrollIntoView({ block: "nearest" });
    } else if (found.matches("[data-open]")) {
      found.open = true;
      found.querySelector('textarea[name="words"]').focus();
    } else if (found.matches("form")) found.requestSubmit();
    else found.click();
  });
})();
