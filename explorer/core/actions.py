"""Every action of the window as a row: id, text, keys, menu, when it is possible, one sentence. Menus and keys come from here."""

from __future__ import annotations

from dataclasses import dataclass

MENUS = ("File", "Edit", "View", "Run", "Help")
SEPARATOR = "-"


@dataclass(frozen=True)
class ActionRow:
    """``needs`` names the condition under which it is possible ("" always); ``why_not`` is said where it is not.

    ``choice`` groups rows of which one is on; ``toggle`` is a row that is on or off.
    """

    id: str
    text: str
    sentence: str
    menu: str
    keys: tuple[str, ...] = ()
    needs: str = ""
    why_not: str = ""
    choice: str = ""
    toggle: bool = False
    begins_group: bool = False


ACTIONS = (
    ActionRow("open", "Open recipe…", "Opens a saved recipe; the present one stays one undo away.", "File", ("Ctrl+O",)),
    ActionRow("save", "Save recipe", "Saves the recipe under its name.", "File", ("Ctrl+S",)),
    ActionRow("save_as", "Save recipe as…", "Saves the recipe under a new name.", "File", ("Ctrl+Shift+S",)),
    ActionRow(
        "load_weights", "Load weights…",
        "Takes the weights of a .safetensors or .pth file as far as they fit; the file can also be dropped here.", "File",
        ("Ctrl+L",), "analysed", "No network to load weights into yet: the recipe is still being analysed.",
        begins_group=True,
    ),
    ActionRow(
        "export", "Export…", "Writes a verified ONNX or Python file.", "File", ("Ctrl+E",), "analysed",
        "Nothing to export yet: the recipe is still being analysed.",
        begins_group=True,
    ),
    ActionRow("own", "Own architectures…", "Folders with architectures of your own: add, reload, see what failed.", "File"),
    ActionRow(
        "quit", "Quit", "Closes the window; asks first where something is unsaved.", "File", ("Ctrl+Q",),
        begins_group=True,
    ),
    ActionRow("undo", "Undo", "Takes the last step back.", "Edit", ("Ctrl+Z",), "undo", "Nothing to undo."),
    ActionRow(
        "redo", "Redo", "Makes the step again that was taken back.", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo",
        "Nothing to redo.",
    ),
    ActionRow(
        "back_to_preset", "Back to the preset", "Takes every change of this preset back; one step, can be undone.",
        "Edit", ("Ctrl+Backspace",),
        "edited", "Nothing is changed: this is the preset itself.", begins_group=True,
    ),
    ActionRow("find_preset", "Search the library", "Puts the cursor into the search field.", "Edit", ("Ctrl+F",)),
    ActionRow("theme_system", "System colours", "Follows the light or dark scheme of the desktop.", "View", choice="theme"),
    ActionRow("theme_light", "Light", "Dark text on light panels.", "View", choice="theme"),
    ActionRow("theme_dark", "Dark", "Light text on dark panels.", "View", choice="theme"),
    ActionRow(
        "colour_macs", "Colour by MACs", "The graph's boxes take the ramp's colour by their MACs.", "View", ("Alt+1",),
        choice="colour", begins_group=True,
    ),
    ActionRow(
        "colour_params", "Colour by parameters", "The graph's boxes take the ramp's colour by their parameters.", "View",
        ("Alt+2",), choice="colour",
    ),
    ActionRow(
        "colour_kind", "Colour by kind", "The graph's boxes take the colour of their kind of layer.", "View", ("Alt+3",),
        choice="colour",
    ),
    ActionRow(
        "colour_memory", "Colour by activation memory", "The graph's boxes take the ramp's colour by the bytes of their output.",
        "View", ("Alt+4",), choice="colour",
    ),
    ActionRow(
        "colour_access", "Colour by memory access", "The graph's boxes take the ramp's colour by the bytes they read and write.",
        "View", ("Alt+5",), choice="colour",
    ),
    ActionRow(
        "show_left", "Library and knobs", "Shows or hides the left side.", "View", ("Ctrl+Alt+1",), toggle=True,
        begins_group=True,
    ),
    ActionRow("show_right", "Totals and inspector", "Shows or hides the right side.", "View", ("Ctrl+Alt+2",), toggle=True),
    ActionRow("show_bottom", "Charts and tables", "Shows or hides the lower side.", "View", ("Ctrl+Alt+3",), toggle=True),
    ActionRow("reset_layout", "Reset the layout", "Puts every panel back where it was at first.", "View"),
    ActionRow(
        "whole_network", "Show the whole network", "Takes the selection off; the knobs act on the whole network.", "View",
        ("Alt+Home",), begins_group=True,
    ),
    ActionRow(
        "measure", "Measure ▶", "Measures the latency of this recipe now.", "Run", ("F9",), "analysed",
        "Nothing to measure yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "stop_measuring", "Stop measuring", "Ends the measurement that is running.", "Run", ("Shift+F9",), "measuring",
        "No measurement is running.",
    ),
    ActionRow("auto_measure", "Measure after each change", "Measures again once a change has settled.", "Run", toggle=True),
    ActionRow("shortcuts", "Keyboard shortcuts", "Lists what the keys do.", "Help", ("F1", "Ctrl+/")),
    ActionRow("about", "About Architecture Explorer", "What this program is, its version and its libraries.", "Help"),
)
@dataclass(frozen=True)
class KeyRow:
    """Keys that a part of the window answers while it has the focus. ``where`` is a title of the list of shortcuts."""

    where: str
    keys: str
    sentence: str


KEYS = (
    KeyRow("Sliders", "← → ↑ ↓", "One step."),
    KeyRow("Sliders", "Page Up, Page Down", "The paper's next value."),
    KeyRow("Sliders", "Home, End", "The least and the greatest value."),
    KeyRow("Knobs", "Enter", "Takes the typed value."),
    KeyRow("Knobs", "Esc", "Puts the value back that was there before typing."),
    KeyRow("Knobs", "Delete", "Takes the setting away; the wider one holds again."),
    KeyRow("Library", "Enter", "Opens the best match of the search, or the preset with the focus."),
    KeyRow("Library", "↓", "From the search field into the list."),
    KeyRow("Graph", "← → ↑ ↓", "The next box along the flow; across it, into a box and out of it."),
    KeyRow("Graph", "Enter, Space", "Opens or folds the selected box."),
    KeyRow("Graph", "Esc", "Selects what is around it."),
    KeyRow("Graph", "Home, End", "The first and the last box."),
    KeyRow("Graph", "Ctrl+0", "Fits the network into the view."),
    KeyRow("Graph", "Ctrl+1", "100 %."),
    KeyRow("Graph", "Ctrl++, Ctrl+−", "Larger, smaller; the wheel with Ctrl does the same."),
)
BY_ID = {row.id: row for row in ACTIONS}
