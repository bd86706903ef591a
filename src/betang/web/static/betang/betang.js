// Keeps a session awake while somebody types, and covers the page by the lock once nobody does.
// The server locks by itself; this only spares the person at the keyboard, and hides the page from the next one.
(() => {
  "use strict";
  const { idleMinutes, awake } = document.body.dataset;
  if (!idleMinutes) return;

  const limit = Number(idleMinutes) * 60000;
  const every = Math.min(60000, limit / 4);
  let lastDeed = Date.now();
  let lastCall = lastDeed;

  const deed = () => {
    lastDeed = Date.now();
    if (lastDeed - lastCall < every) return;
    lastCall = lastDeed;
    fetch(awake, { redirect: "manual" }).catch(() => {});
  };
  for (const name of ["keydown", "pointerdown", "input", "scroll"]) {
    addEventListener(name, deed, { passive: true });
  }

  setInterval(() => {
    if (Date.now() - lastDeed > limit + every) location.replace(location.pathname + location.search);
  }, 5000);
})();
