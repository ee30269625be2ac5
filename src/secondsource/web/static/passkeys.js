// Passkeys: what the page asks goes to the device, and its answer into the form. Without this file there are passwords.
"use strict";
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form) return;
  form.hidden = false;
  document.querySelector("[data-without-scripts]").hidden = true;
  const told = form.querySelector("[role=status]");
  if (!window.PublicKeyCredential || !navigator.credentials) {
    told.textContent = "This browser knows no passkeys. Your password works.";
    form.querySelector("button").disabled = true;
    return;
  }
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const asked = () => {
    const options = JSON.parse(form.dataset.options);
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const list of [options.excludeCredentials, options.allowCredentials])
      for (const each of list || []) each.id = bytes(each.id);
    return options;
  };
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const answered = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: Object.fromEntries(
      parts.filter((name) => credential.response[name]).map((name) => [name, text(credential.response[name])]),
    ),
  });

  form.addEventListener("submit", async (event) => {
    const field = form.elements.credential;
    if (field.value) return;
    event.preventDefault();
    told.textContent = "Waiting for the device…";
    try {
      field.value = JSON.stringify(answered(await navigator.credentials[form.dataset.passkey]({ publicKey: asked() })));
    } catch (error) {
      const known = error.name === "InvalidStateError";
      told.textContent = known ? "This device holds a passkey of this account already." : "The device did not answer, or was told not to. Nothing was changed.";
      return;
    }
    form.requestSubmit();
  });
})();
