"""The design language as the first lines of the site's style sheet, and as its mark."""

from __future__ import annotations

from charter import design
from charter.design import Colours
from charter.model import Design


def css(look: Design) -> str:
    """Every colour and measure as a custom property, for the light and for the dark.

    The dark colours stand twice: for the system's wish, and for the reader's own choice.
    """
    told = design.language()
    light, dark = design.light(look), design.dark(look)
    changed = {name: value for name, value in dark.items() if value != light[name]}
    measures = {
        "corner": design.corner(look),
        "measure": told["type"]["measure"],
        **{f"space-{name}": f"{value}rem" for name, value in told["space"].items()},
    }
    others = "".join(f"--{name}: {value}; " for name, value in measures.items())
    in_the_dark = f"color-scheme: dark; {_colours(changed)}"
    return (
        f":root {{ color-scheme: light; {_colours(light)}{others}}}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f'{{ :root:not([data-theme="light"]) {{ {in_the_dark}}} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{ {in_the_dark}}} }}\n'
    )


def mark(look: Design) -> str:
    """The sun and the hill of the header as a picture for a tab, in the council's colours."""
    colours = design.light(look)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{colours["main"]}"/>'
        f'<circle cx="16" cy="12" r="6" fill="{colours["bright"]}"/>'
        f'<path d="M4 28a12 10 0 0 1 24 0z" fill="{colours["on-main-soft"]}"/></svg>\n'
    )


def _colours(colours: Colours) -> str:
    return "".join(f"--{name}: {value}; " for name, value in colours.items())
