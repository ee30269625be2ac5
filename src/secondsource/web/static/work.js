// A small calculation before a comment is sent, where the desk asks for one. The same file runs in the page and in a
// worker, which searches while the reader writes. Whatever fails, the form is sent: a moderator reads it all the same.
"use strict";

const AT_ONCE = 64; // Digests asked for together; one after the other would wait most of the time.
const PATIENCE_MS = 20000; // How long a reader who has pressed the button waits for the rest of it.

const holds = (digest, bits) => {
  const bytes = new Uint8Array(digest);
  for (let at = 0; at < bits; at += 8) {
    if (bytes[at >> 3] >> Math.max(0, 8 - (bits - at))) return false;
  }
  return true;
};

const search = async (token, bits) => {
  const encoder = new TextEncoder();
  for (let from = 0; ; from += AT_ONCE) {
    const answers = Array.from({ length: AT_ONCE }, (_, n) => String(from + n));
    const digests = await Promise.all(
      answers.map((answer) => crypto.subtle.digest("SHA-256", encoder.encode(`${token}:${answer}`))),
    );
    const found = digests.findIndex((digest) => holds(digest, bits));
    if (found >= 0) return answers[found];
  }
};

const attend = (form) => {
  const field = form.elements.namedItem("work");
  const tell = (state) => {
    for (const each of form.querySelectorAll("[data-work]")) each.hidden = each.dataset.work !== state;
  };
  // Until here it says what stands there without scripts.
  tell("");
  let settle;
  const over = new Promise((resolve) => { settle = resolve; });
  let worker = null;
  let finished = false;
  const finish = (answer) => {
    finished = true;
    field.value = answer;
    tell(answer ? "done" : "none");
    settle();
  };
  const begin = () => {
    if (worker !== null || finished) return;
    try {
      worker = new Worker("/static/work.js");
    } catch {
      finish("");
      return;
    }
    worker.onmessage = (event) => finish(event.data);
    worker.onerror = () => finish("");
    worker.postMessage({ token: form.elements.namedItem("token").value, bits: Number(form.dataset.workBits) });
    tell("doing");
  };
  // Who only reads the form need not calculate.
  form.addEventListener("focusin", begin);
  form.addEventListener("submit", (event) => {
    if (finished) return;
    event.preventDefault();
    begin();
    if (finished) {
      form.submit();
      return;
    }
    tell("sending");
    setTimeout(settle, PATIENCE_MS);
    over.then(() => form.submit());
  }, { once: true });
};

if (typeof document === "undefined") {
  onmessage = async (event) => {
    try {
      postMessage(await search(event.data.token, event.data.bits));
    } catch {
      postMessage("");
    }
  };
} else {
  for (const form of document.querySelectorAll("form[data-work-bits]")) attend(form);
}
