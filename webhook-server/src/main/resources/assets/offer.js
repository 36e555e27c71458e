// Counts down what the server said is left, and asks the server again when it is over.
(function () {
  var shown = document.querySelector("[data-left]");
  if (!shown) return;
  var end = performance.now() + Number(shown.getAttribute("data-left")) * 1000;
  function tick() {
    var left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    if (left < 3600) {
      shown.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    }
    shown.classList.toggle("soon", left <= 30);
    if (left === 0) location.reload();
    else setTimeout(tick, 250);
  }
  tick();
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) location.reload();
  });
  document.addEventListener("submit", function (event) {
    var button = event.target.querySelector("button");
    setTimeout(function () { button.disabled = true; }, 0);
  });
})();
