// Says in the page that this browser is too old for Trestle. Run only by browsers that know no module scripts, so it is
// written in the oldest JavaScript; every other browser runs `start.js`.

document.getElementById("app").hidden = true;
document.getElementById("too-old").hidden = false;
