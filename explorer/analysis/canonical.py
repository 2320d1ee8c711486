"""One recipe for one network: settings that change nothing are left out, so that equal networks have equal digests."""

from __future__ import annotations

from explorer.analysis.answer import settings_of
from explorer.analysis.published import key_of
from explorer.core.recipe import Recipe


def canonical(recipe: Recipe, *, places: bool = True) -> Recipe:
    """The recipe without the values that its network would have anyway: the preset's own, or what a compound knob brings.

    Without ``places`` only those of the whole network are looked at. Raises BadInput for a recipe whose settings are refused.
    """
    wanted = key_of(*settings_of(recipe))
    settings = [("", name) for name, _ in recipe.knobs]
    if places:
        settings += [(path, name) for path, values in recipe.at for name, _ in values]
    for place, name in settings:
        without = recipe.with_value(name, None, place)
        if key_of(*settings_of(without)) == wanted:
            recipe = without
    return recipe
