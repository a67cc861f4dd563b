# SPDX-License-Identifier: GPL-3.0-or-later
"""Make resources/content/passphrase_words.txt from SCOWL (Debian package `scowl`).

7,776 common English words of 4 to 8 plain letters: five of them are about 64 bits. The commonest
size classes come first; inflected forms of a word already taken, and words nobody wants to read to
their partner, are left out. Usage: python packaging/passphrase_words.py [SCOWL_FOLDER]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

COUNT = 7_776
"""Six to the fifth power, as in diceware: log2 of it is 12.92 bits a word."""
SIZES = (10, 20, 35)
TARGET = Path(__file__).resolve().parent.parent / "resources/content/passphrase_words.txt"

_UNKIND = re.compile(
    r"abort|abus|adult|anal|anus|assault|arse|bastard|bitch|blood|bomb|breast|brothel|butt|cancer|"
    r"coffin|corpse|crap|cruel|damn|dead|death|demon|devil|divorc|drug|drunk|dumb|erot|evil|fag|"
    r"fascis|fat|filth|fool|fuck|genit|gore|grave|gun|hate|hell|heroin|hitler|hooker|horny|idiot|"
    r"infidel|insult|jail|jerk|jihad|kill|knife|lesb|loser|lust|maim|mistress|molest|moron|murder|naked|"
    r"nazi|negro|nigg|nipple|nude|obscen|orgasm|penis|piss|poison|porn|prick|prison|pube|puke|"
    r"queer|racis|rape|rapi|retard|satan|scum|semen|sex|shame|shit|sinner|slave|slut|snot|spank|"
    r"sperm|stab|stink|strangl|stupid|suck|suicid|terror|testic|threat|tits|toilet|tortur|trash|"
    r"ugly|urin|vagina|victim|violen|virgin|vomit|weapon|whip|whore|widow|wine|beer|booze|whisk|"
    r"vodka|alcohol|pork|bacon|swine|cheat|betray|adulter|assass|attack|batter|beaten|bigot|bleed|"
    r"brawl|brutal|burial|casual|choke|crime|crimin|crippl|curse|danger|decea|defeat|despis|"
    r"die[ds]?$|dying|enem|fatal|fear|fight|fraud|funer|gambl|ghost|harass|harm|horror|hostil|"
    r"hostage|hurt|illness|injur|insan|lonely|madman|mafia|massacr|misery|mock|monster|nasty|"
    r"offend|outrage|pain|panic|perish|plague|punish|rage|rebel|reveng|ruin|savage|scream|sick|"
    r"slap|slaugh|smash|sorrow|steal|stolen|suffer|thief|thiev|torment|traged|tumor|tumour|tyran|"
    r"unhappy|vicious|wicked|wound|wreck|kafir|saloon|casino|lover|kinky|flirt|bosom|bikini|brassi|"
    r"smut|mutt|aids|newbie|panty|panties|condom|whack|slain|slay|lynch|noose|hang|execut|martyr|crusad|heret|pagan|idol"
)
_INFLECTED = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "r", "rs", "ness", "y", "ies", "ings")


def main() -> None:
    """Write the list, one word a line, in alphabetical order."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/scowl")
    chosen: list[str] = []
    taken: set[str] = set()
    for size in SIZES:
        chosen += _fresh_words(folder, size, taken)
    if len(chosen) < COUNT:
        raise SystemExit(f"only {len(chosen)} words")
    TARGET.write_text("\n".join(sorted(chosen[:COUNT])) + "\n", encoding="ascii")


def _fresh_words(folder: Path, size: int, taken: set[str]) -> list[str]:
    """Return the fitting words of one size class, short ones first, and note them as taken."""
    words: set[str] = set()
    for part in ("english-words", "american-words"):
        lines = (folder / f"{part}.{size}").read_text(encoding="latin-1").split()
        words.update(w for w in lines if re.fullmatch("[a-z]{4,8}", w))
    fresh = []
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not _UNKIND.search(word) and not _is_form_of_taken(word, taken):
            taken.add(word)
            fresh.append(word)
    return fresh


def _is_form_of_taken(word: str, taken: set[str]) -> bool:
    for ending in _INFLECTED:
        stem = word.removesuffix(ending)
        if stem != word and (
            stem in taken or stem + "e" in taken or stem + "y" in taken or stem[:-1] in taken
        ):
            return True
    return False


if __name__ == "__main__":
    main()
