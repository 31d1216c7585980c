"""A page where all is wrong, once for each kind of fault that must not slip through."""

from __future__ import annotations

WALK = "our own walk"

CANARY = b"""<!doctype html><html><head><meta charset="utf-8"><title>Canary</title>
<style>
  body { margin: 0; color: #111111; background: #ffffff }
  a, button, summary, input { display: inline-block; min-width: 50px; min-height: 50px }
  .quiet:focus { outline: none }
  .fixed { height: 1.3em; overflow: hidden }
  .over { position: relative; height: 20px; margin: 0 } .up { position: relative; top: -20px; margin: 0 }
  .spin { animation: turn 3s infinite } @keyframes turn { to { transform: rotate(1turn) } }
  .cover { position: fixed; left: 0; bottom: 0; width: 100%; height: 150px; background: #ffffff }
  .own { forced-color-adjust: none; color: #eeeeee; background: #ffffff }
  .back { display: flex; flex-direction: column-reverse }
  .pale { color: #6b6b6b }
  @media print { .screen { display: none } }
</style>
<script>addEventListener("DOMContentLoaded", () => {
  document.getElementById("late").textContent = "Only with a script";
  document.getElementById("trap").addEventListener("keydown", event => event.key === "Tab" && event.preventDefault());
  console.error("canary"); });</script></head>
<body><nav><a href="#a">One</a> <a href="#b">Two</a> <a href="#c">Three</a> <a href="#d">Four</a> <a href="#e">Five</a></nav>
<main><h2>Canary</h2><h4></h4><img src="missing.png" width="50" height="50">
<p style="color: #bbbbbb">Pale words</p><p class="pale">Less pale words</p>
<p id="late"></p><p class="screen">Not on paper</p><p class="own">Colours of its own</p>
<a class="quiet" href="#q">Quiet</a> <a tabindex="3" href="#f">First of all</a>
<div onclick="go()" style="height: 50px">No key</div>
<div><a href="#s" style="display: block; width: 20px; min-width: 0; min-height: 0">s</a></div>
<div class="fixed">These words fill one line<br>and these another</div>
<p class="over">Under these words</p><p class="up">Over those words</p>
<div class="back"><p>Written first</p><p>Written second</p></div>
<div class="spin">Turning</div><div style="width: 1500px">Wide</div><button id="idle">Idle</button>
<img src="https://elsewhere.example/p.png" alt="Elsewhere">
<div style="height: 1500px"></div><a href="#low">Low</a><div style="height: 60px"></div><button id="trap">Trap</button>
</main><div class="cover"></div></body></html>"""

MUST_SEE = frozenset(
    {
        ("WEB-001", "axe"),
        ("WEB-001", "AccessLint"),
        ("WEB-008", "axe"),
        *((f"WEB-{number:03}", WALK) for number in (5, 6, 11, 12, 13, 14, 15, 16, 17, 18)),
        *((f"WEB-{number:03}", WALK) for number in (19, 20, 21, 22, 23, 24, 29)),
    }
)
"""What must be seen there: the rule, and who must see it."""
