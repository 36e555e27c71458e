// Looks again when something has happened to the agent whose page is open.
(function () {
  var news = document.getElementById("news");
  if (!news || !window.EventSource) return;
  var title = document.title;

  function offers(section) {
    return Array.from(section.querySelectorAll("a.main")).map(function (offer) {
      return offer.href + offer.textContent;
    }).join();
  }

  function tell() {
    news.hidden = false;
    document.title = "\u25cf " + title;
  }

  // What is being typed or pressed stays; only what he is asked is put in place.
  function put(text) {
    var there = document.getElementById("asked");
    var now = new DOMParser().parseFromString(text, "text/html").getElementById("asked");
    if (!now || offers(there) === offers(now)) return;
    if (!there.contains(document.activeElement)) there.replaceWith(now);
    tell();
  }

  function look() {
    if (!document.getElementById("asked")) return tell();
    fetch("/my").then(function (answer) {
      if (answer.ok && !answer.redirected) return answer.text().then(put);
    }).catch(function () {});
  }

  var events = new EventSource("/my/events");
  events.addEventListener("look", look);
  // What happened between the page and the line to the server.
  events.addEventListener("open", function () {
    if (document.getElementById("asked")) look();
  });
  addEventListener("focus", function () { document.title = title; });
})();
