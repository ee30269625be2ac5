// The slider asks for its page as soon as it is let go. Without this file its button does.
"use strict";
for (const form of document.querySelectorAll("form[data-submit-on-change]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
