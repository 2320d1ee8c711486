"""Every action of the window as a row: id, text, keys, menu, when it is possible, one sentence. Menus and keys come from here."""

from __future__ import annotations

from dataclasses import dataclass

MENUS = ("File", "Edit", "View", "Graph", "Run", "Help")
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
    ActionRow(
        "save_picture", "Save picture…", "Writes the graph as SVG, PDF or PNG, with title and legend.", "File", ("Ctrl+Shift+E",),
        "analysed", "Nothing to draw yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "copy_picture", "Copy picture", "Puts the graph on the clipboard as it is set in Save picture.", "File",
        ("Ctrl+Shift+C",), "analysed", "Nothing to draw yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "pin_files", "Pin recipe files…", "Keeps saved recipes for comparison without opening them.", "File", begins_group=True,
    ),
    ActionRow("save_pins", "Save pins…", "Saves the pinned recipes as one file, for this window and main.py compare.", "File",
              needs="pinned", why_not="Nothing is pinned."),
    ActionRow(
        "bundle", "Bundle for another machine…", "Writes networks as a folder with a script that times them elsewhere.", "File",
        (), "analysed", "Nothing to bundle yet: the recipe is still being analysed.", begins_group=True,
    ),
    ActionRow("join", "Join times from elsewhere…", "Reads what a bundle's script measured on another machine.", "File"),
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
    ActionRow(
        "reset_to_network", "Reset to network", "Takes away all that is set at the selection and within, in one step.", "Edit",
        ("Ctrl+Shift+Backspace",), "overridden", "Nothing is set apart from the network here.",
    ),
    ActionRow(
        "select_all", "Select all blocks", "Selects every block that is shown; where none lies open, every stage.", "Edit",
        ("Ctrl+A",), "analysed", "No graph yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "pin", "Pin this recipe", "Keeps this recipe beside others for comparison.", "Edit", ("Ctrl+P",), "analysed",
        "Nothing to pin yet: the recipe is still being analysed.", begins_group=True,
    ),
    ActionRow("unpin", "Unpin", "Takes the marked rows of the comparison off the list.", "Edit", needs="pinned",
              why_not="Nothing is pinned."),
    ActionRow("find_preset", "Search the library", "Puts the cursor into the search field.", "Edit", ("Ctrl+Shift+F",)),
    ActionRow(
        "palette", "Find anything…", "Every action, preset and knob by typing: undo, open resnet50, alpha 0.5.", "Edit",
        ("Ctrl+K",), begins_group=True,
    ),
    ActionRow("theme_system", "System colours", "Follows the light or dark scheme of the desktop.", "View", choice="theme"),
    ActionRow("theme_light", "Light", "Dark text on light panels.", "View", choice="theme"),
    ActionRow("theme_dark", "Dark", "Light text on dark panels.", "View", choice="theme"),
    ActionRow("language_system", "System language", "Follows the language of the desktop: Korean, or else English.", "View",
              choice="language", begins_group=True),
    ActionRow("language_en", "English", "English texts.", "View", choice="language"),
    ActionRow("language_ko", "한국어", "Korean texts.", "View", choice="language"),
    ActionRow(
        "theme_projector", "Projector", "High contrast, large words in charts; all larger from the next start, if there is room.",
        "View", choice="theme",
    ),
    ActionRow(
        "present", "Presentation", "Graph, totals and one chart in large type, nothing else; Esc leads back.", "View",
        ("F5", "F11"), toggle=True, begins_group=True,
    ),
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
        "colour_time", "Colour by measured time", "The graph's boxes take the ramp's colour by the time measured for them.",
        "View", ("Alt+6",), choice="colour",
    ),
    ActionRow(
        "show_left", "Library and knobs", "Shows or hides the left side.", "View", ("Ctrl+Alt+1",), toggle=True,
        begins_group=True,
    ),
    ActionRow("show_right", "Totals and inspector", "Shows or hides the right side.", "View", ("Ctrl+Alt+2",), toggle=True),
    ActionRow("show_bottom", "Charts and tables", "Shows or hides the lower side.", "View", ("Ctrl+Alt+3",), toggle=True),
    ActionRow("show_compare", "Compare pins", "Shows the table of the pinned recipes.", "View", ("Ctrl+Shift+P",)),
    ActionRow("show_history", "Measured before", "Shows everything that was measured and kept.", "View", ("Ctrl+Shift+H",)),
    ActionRow("show_turns", "Measured in turn", "Shows pairs, ready comparisons and single layers.", "View", ("Ctrl+Shift+T",)),
    ActionRow("show_code", "Code beside the graph", "Shows or hides the source of the selection.", "View", ("F4",), toggle=True),
    ActionRow(
        "code_back", "Back in the code", "Goes back to where a name was followed from.", "View", ("Alt+Left",), "code_back",
        "No name was followed.",
    ),
    ActionRow(
        "arrange", "Move the panels", "Puts a bar on each panel to drag it by, to float it or to close it.", "View",
        ("Ctrl+Alt+M",), toggle=True,
    ),
    ActionRow("reset_layout", "Reset the layout", "Puts every panel back where it was at first.", "View"),
    ActionRow(
        "whole_network", "Show the whole network", "Takes the selection off; the knobs act on the whole network.", "View",
        ("Alt+Home",), begins_group=True,
    ),
    ActionRow(
        "find", "Find in the graph…", "Finds layers by name, type, attribute or expression: dw, 1×1, stride=2, macs>5%.", "Graph",
        ("Ctrl+F", "/"), "analysed", "Nothing to search yet: the recipe is still being analysed.",
    ),
    ActionRow("find_next", "Next match", "Goes to the next layer found.", "Graph", ("F3",), "found", "Nothing is found."),
    ActionRow(
        "find_previous", "Previous match", "Goes to the layer found before.", "Graph", ("Shift+F3",), "found",
        "Nothing is found.",
    ),
    ActionRow("dim_others", "Dim the others", "Draws faintly what is not found.", "Graph", ("Ctrl+D",), toggle=True),
    ActionRow(
        "only_found", "Show only what is found", "Hides boxes that hold nothing that is found; what is left stays where it is.",
        "Graph", ("Ctrl+Shift+D",), toggle=True,
    ),
    ActionRow(
        "level_stages", "Down to stages", "Closes every stage.", "Graph", ("F6",), "analysed",
        "No graph yet: the recipe is still being analysed.", begins_group=True,
    ),
    ActionRow(
        "level_blocks", "Down to blocks", "Opens every stage; blocks stay closed.", "Graph", ("F7",), "analysed",
        "No graph yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "level_layers", "Down to layers", "Opens everything.", "Graph", ("F8",), "analysed",
        "No graph yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "open_selection", "Open all of the selection", "Opens the selected box and every box in it.", "Graph",
        ("Ctrl+Shift+Down",), "selected", "No box is selected.", begins_group=True,
    ),
    ActionRow(
        "close_selection", "Close all of the selection", "Closes the selected box and every box in it.", "Graph",
        ("Ctrl+Shift+Up",), "selected", "No box is selected.",
    ),
    ActionRow(
        "unfold", "Unfold ×N", "Shows equal blocks that stand in one box one by one.", "Graph", ("Ctrl+U",), "folded",
        "No selected box stands for several.", begins_group=True,
    ),
    ActionRow(
        "fold", "Fold to ×N", "Shows equal blocks in a row as one box again.", "Graph", ("Ctrl+Shift+U",), "unfolded",
        "No selected box was unfolded.",
    ),
    ActionRow(
        "unfold_all", "Unfold all", "Shows every ×N one by one.", "Graph", (), "analysed",
        "No graph yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "fold_all", "Fold all", "Folds equal blocks in a row to ×N everywhere.", "Graph", (), "analysed",
        "No graph yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "sideways", "From left to right", "Lets the graph flow from left to right instead of downwards.", "Graph", ("Ctrl+R",),
        toggle=True, begins_group=True,
    ),
    ActionRow("shapes", "Shapes at the arrows", "Writes the shape of each tensor at its arrow.", "Graph", toggle=True),
    ActionRow("figures", "Figures in the boxes", "Writes into each box what it costs.", "Graph", toggle=True),
    ActionRow("zoom_fit", "Fit", "Fits the network into the view.", "Graph", ("Ctrl+0",), begins_group=True),
    ActionRow("zoom_full", "100 %", "Shows the graph in its own size.", "Graph", ("Ctrl+1",)),
    ActionRow("zoom_selection", "Zoom to the selection", "Fits the selected box into the view.", "Graph", ("Ctrl+2",)),
    ActionRow("zoom_in", "Larger", "One step closer.", "Graph", ("Ctrl++", "Ctrl+=")),
    ActionRow("zoom_out", "Smaller", "One step away.", "Graph", ("Ctrl+-",)),
    ActionRow(
        "minimap", "Minimap", "Shows the whole graph in a corner, with the part that is in sight.", "Graph", ("Ctrl+M",),
        toggle=True, begins_group=True,
    ),
    ActionRow(
        "measure", "Measure ▶", "Measures the latency of this recipe now.", "Run", ("F9",), "analysed",
        "Nothing to measure yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "stop_measuring", "Stop measuring", "Ends the measurement that is running.", "Run", ("Shift+F9",), "measuring",
        "No measurement is running.",
    ),
    ActionRow(
        "measure_layers", "Measure layers ▶", "Measures the time of every layer, and of what lies between them.", "Run",
        ("Ctrl+F9",), "analysed", "Nothing to measure yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "measure_peaks", "Measure this machine's peaks ▶", "Measures peak MAC/s and memory bandwidth, for the roofline.", "Run",
        ("Ctrl+Shift+F9",),
    ),
    ActionRow(
        "measure_runtimes", "Measure runtimes side by side ▶",
        "Measures this recipe in every runtime that is here, one after another, answers checked first.", "Run", ("Alt+F9",),
        "analysed", "Nothing to measure yet: the recipe is still being analysed.",
    ),
    ActionRow("measure_pins", "Measure pins", "Measures the pins that have no latency, one after another.", "Run", needs="pinned",
              why_not="Nothing is pinned."),
    ActionRow(
        "measure_pair", "Measure against the baseline ▶",
        "Measures this recipe and the baseline (the preset where none is pinned) in turn: the ratio with its interval.", "Run",
        ("Ctrl+Alt+F9",), "analysed", "Nothing to measure yet: the recipe is still being analysed.",
    ),
    ActionRow(
        "ready_channels", "Compare g at fixed channels ▶",
        "The same channels with 1×1 convolutions in 1, 2, 3, 4, 8 groups, measured in turn: MACs fall; does the time?", "Run",
        begins_group=True,
    ),
    ActionRow(
        "ready_macs", "Compare g at fixed MACs ▶",
        "The same MACs with g = 1, 2, 3, 4, 8, measured in turn: more groups, more channels (ShuffleNet V2, G2).", "Run",
    ),
    ActionRow(
        "ready_shuffle", "Compare shuffle on and off ▶",
        "The same network with and without channel shuffle, measured in turn: MACs are equal; what does it cost?", "Run",
    ),
    ActionRow(
        "sweep", "Sweep…", "Sets up a grid or a random sample over knobs and presets, analysed or measured.", "Run", ("Ctrl+G",),
        begins_group=True,
    ),
    ActionRow("show_sweep", "Show the sweep", "The rows, curves, heat map and front of the sweep.", "Run", ("Ctrl+Shift+G",)),
    ActionRow("auto_measure", "Measure after each change", "Measures again once a change has settled.", "Run", toggle=True),
    ActionRow("measure_anew", "Measure stored ones anew", "Measures a recipe after a change even where its figure is stored.",
              "Run", toggle=True),
    ActionRow("shortcuts", "Keyboard shortcuts", "Lists what the keys do.", "Help", ("F1", "Ctrl+/")),
    ActionRow(
        "demo", "Demo", "A prepared story in large type, its figures computed as it is told; then your work is back.", "Help",
        begins_group=True,
    ),
    ActionRow("open_story", "Open a story…", "Tells a story of your own: steps in a JSON file.", "Help"),
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
    KeyRow("In the graph", "← → ↑ ↓", "The next box along the flow; across it, into a box and out of it."),
    KeyRow("In the graph", "Enter, Space", "Opens or folds the selected box."),
    KeyRow("In the graph", "Esc", "Of several boxes, back to one; then what is around it."),
    KeyRow("In the graph", "Shift+← → ↑ ↓", "Selects further boxes; so does Shift+click, and Ctrl+click one by one."),
    KeyRow("In the graph", "Shift+drag", "Selects the boxes that a band touches; with Ctrl beside those selected."),
    KeyRow("In the graph", "Menu, Shift+F10", "The menu of what is selected, with its knobs."),
    KeyRow("In the graph", "Home, End", "The first and the last box."),
    KeyRow("In the graph", "Ctrl+wheel", "Larger or smaller, around the pointer."),
    KeyRow("In the graph", "Ctrl+← → ↑ ↓", "Moves the view."),
    KeyRow("In the graph", "drag, Space+drag", "Moves the view; the middle button does the same."),
    KeyRow("In the search", "Enter, Shift+Enter", "The next match, the one before."),
    KeyRow("In the search", "↓", "Into the list of matches; Enter goes to one."),
    KeyRow("In the search", "Esc", "Closes the list, then the search."),
    KeyRow("In the comparison", "Enter", "Opens the pin in the window; Undo leads back."),
    KeyRow("In the comparison", "B", "Makes it the baseline."),
    KeyRow("In the comparison", "A", "States your own accuracy of it."),
    KeyRow("In the comparison", "F2", "Renames the pin."),
    KeyRow("In the comparison", "Alt+↑, Alt+↓", "Moves the pin."),
    KeyRow("In the comparison", "Delete, Ctrl+Z", "Unpins; takes the last step of the pins back."),
    KeyRow("In the comparison", "Ctrl+C", "Copies the marked rows, or all; the menu has Markdown and LaTeX."),
    KeyRow("In the history", "Enter", "Opens the recipe that was measured; Undo leads back."),
    KeyRow("In the history", "Delete, Ctrl+Z", "Deletes the marked measurements; takes that back."),
    KeyRow("In the sweep", "Enter", "Opens the row or point in the window; Undo leads back."),
    KeyRow("In the sweep", "Ctrl+C", "Copies the rows that are shown."),
    KeyRow("In charts of measurements", "← →, Enter", "From point to point; opens the recipe, Undo leads back."),
    KeyRow("In the layer table", "↑ ↓", "The next layer; the graph follows."),
    KeyRow("In the layer table", "Ctrl+C", "Copies the marked layers, or all; the menu has Markdown and LaTeX."),
    KeyRow("In the paper's table", "Enter, F2", "Edits the cell, where it is a knob; ↑ ↓ step through what can be built."),
    KeyRow("In the code", "Enter, click", "Selects what the line makes; on a name, goes to its definition."),
    KeyRow("In the layer table", "Esc", "Into its filter; there Esc empties it, ↓ leads back."),
    KeyRow("In a chart", "S, Ctrl+C", "Saves it as SVG, PNG or CSV; copies picture and data."),
    KeyRow("In a chart", "T, M", "Its data as a table; its menu."),
    KeyRow("In a chart", "C, O, L, P, W", "Cumulative line, largest first, logarithmic axis, parameters, weights alone."),
    KeyRow("In a chart", "← →, Enter", "From bar to bar or point to point; opens the point, marks the kind."),
    KeyRow("In a chart", "+ −, A", "Closer, farther, all of it."),
    KeyRow("In a presentation", "1, 2, 3, 4, 0", "Cost, accuracy, time or shares as the chart; none."),
    KeyRow("In a presentation", "Page Down, Page Up", "In a story: the next step, the one before; so do → ←."),
    KeyRow("In a presentation", "R", "In a story: this step as it was written."),
    KeyRow("In a presentation", "Esc", "Back to the window as it was."),
)
BY_ID = {row.id: row for row in ACTIONS}
