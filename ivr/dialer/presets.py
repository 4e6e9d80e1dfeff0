"""What law and good custom ask of automated calls, per country. **Not legal advice.**

A preset is what this product keeps when it knows nothing better: partly law, partly a default of ours that is
stricter than any law we know of. Which is which:

``lv``: Latvia, and every country without a preset of its own
    Law: automated calling systems without human intervention may send commercial communications only with
    prior consent: Information Society Services Law (Informācijas sabiedrības pakalpojumu likums), Section 9;
    it carries out Article 13(1) of Directive 2002/58/EC (ePrivacy), which binds every state of the EU.
    Defaults of ours: the window, three attempts in 24 hours, the limit of abandoned calls. We know of no
    general hours for calls in Latvian law; countries of the EU differ, and some have them.

``uk``: the United Kingdom, Guernsey, Jersey, the Isle of Man
    Law: automated marketing calls only with consent given to this caller: Privacy and Electronic
    Communications (EC Directive) Regulations 2003 (PECR), regulation 19. (Regulation 21 is about live calls:
    objections and the Telephone Preference Service; regulation 24 asks for the caller's identity.)
    Ofcom's statement on persistent misuse, in force since 1 March 2017 (Communications Act 2003, sections
    128 to 131), counts any abandoned call as misuse and gives no rate below which nothing happens.
    Defaults of ours: 3 % abandoned, and 72 hours of rest after an abandoned call: both stood in Ofcom's
    earlier statements (2008, 2010), and are kept here as a brake, not as a licence. The window, and three
    attempts in 24 hours: the law names no hours.

``us``: the United States and their territories
    Law: no telephone solicitation before 8 a.m. or after 9 p.m., local time at the called party's location:
    47 CFR 64.1200(c)(1) (TCPA), and 16 CFR 310.4(c) (FTC, Telemarketing Sales Rule). A call with an
    artificial voice to a mobile number needs the called party's prior express consent, whatever its purpose,
    and an advertising one prior express written consent: 47 CFR 64.1200(a)(1) to (3). A number does not show
    whether it is mobile, so consent is asked for every campaign. At most 3 % of the calls that a person
    answers may be abandoned, over 30 days of a campaign: 47 CFR 64.1200(a)(7), 16 CFR 310.4(b)(4).
    Defaults of ours: the hours hold for every purpose; three attempts in 24 hours (some states have a law
    like it, and narrower hours: set ``calling.hours``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from ivr.company.campaign import Purpose
from ivr.company.disposition import Disposition
from ivr.company.models import Company, Hours

PresetId = Literal["lv", "uk", "us"]


@dataclass(frozen=True, slots=True)
class Preset:
    """One country's rules; see above for what is law and what is a default."""

    id: PresetId
    countries: frozenset[str]  # ISO 3166
    hours: Hours  # in the person's time
    consent_for: frozenset[Purpose]  # purposes that need a stored consent
    daily_cap: int  # attempts per person in 24 hours
    abandoned_percent: int  # of the calls that a person answered, in 30 days of a campaign
    rests: Mapping[Disposition, timedelta] = field(default_factory=dict)  # no call so long after such an end


def _week(**days: str) -> Hours:
    return Hours.model_validate({name.replace("_", "-"): spans for name, spans in days.items()})


LV = Preset(
    "lv",
    frozenset({"LV"}),
    _week(mon_fri="09:00-20:00", sat="10:00-18:00"),
    frozenset({"commercial"}),
    daily_cap=3,
    abandoned_percent=3,
)
UK = Preset(
    "uk",
    frozenset({"GB", "GG", "JE", "IM"}),
    _week(mon_fri="09:00-20:00", sat="10:00-17:00"),
    frozenset({"commercial"}),
    daily_cap=3,
    abandoned_percent=3,
    rests={Disposition.ABANDONED: timedelta(hours=72)},
)
US = Preset(
    "us",
    frozenset({"US", "PR", "VI", "GU", "AS", "MP"}),
    _week(mon_sun="08:00-21:00"),
    frozenset({"service", "survey", "reminder", "commercial"}),
    daily_cap=3,
    abandoned_percent=3,
)
PRESETS: Mapping[str, Preset] = {preset.id: preset for preset in (LV, UK, US)}


def presets_for(company: Company, countries: frozenset[str]) -> tuple[Preset, ...]:
    """The presets that hold for a person in ``countries`` (ISO 3166): that of each, and the company's own.

    All of them hold at once. A country without a preset is called as ``lv`` has it.
    """
    own = company.calling.preset
    found = {preset.id for preset in PRESETS.values() if preset.countries & countries}
    wanted = found | ({own} if own else set())
    return tuple(PRESETS[name] for name in sorted(wanted)) or (LV,)
