// Counts down what the server said is left, and follows what becomes of the offer.
(function () {
  var page = document.querySelector("[data-state]");
  var shown = document.querySelector("[data-left]");
  var pressed = false;

  function look() {
    location.replace(page.dataset.link);
  }

  // Loads the page anew only if it tells something else by now: what is being read stays.
  function ask() {
    if (pressed || document.hidden) return;
    fetch(page.dataset.link).then(function (answer) {
      return answer.text().then(function (text) {
        var same = text.indexOf('data-state="' + page.dataset.state + '"') >= 0;
        if (answer.ok && !pressed && (answer.redirected || !same)) look();
      });
    }).catch(function () {});
  }

  function filled(text, first, second) {
    return text.replace("{0}", Math.floor(first)).replace("{1}", Math.floor(second));
  }

  function words(left) {
    if (left >= 86400) return filled(shown.dataset.days, left / 86400, left % 86400 / 3600);
    if (left >= 3600) return filled(shown.dataset.hours, left / 3600, left % 3600 / 60);
    return Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
  }

  if (shown) {
    var end = performance.now() + Number(shown.dataset.left) * 1000;
    (function tick() {
      var left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      shown.textContent = words(left);
      shown.classList.toggle("soon", left <= 30);
      if (left > 0) setTimeout(tick, 250);
      else if (!pressed) look();
    })();
  }
  if (/OPEN|CATCHALL|MISSED|WAITING/.test(page.dataset.state)) {
    setInterval(ask, 5000);
    document.addEventListener("visibilitychange", ask);
  }
  // Back from another page, the browser may show what it remembers: look again.
  addEventListener("pageshow", function (event) {
    if (event.persisted) look();
  });
  document.addEventListener("submit", function (event) {
    if (pressed) event.preventDefault();
    pressed = true;
    event.target.querySelector("button").setAttribute("aria-disabled", "true");
  });
})();
