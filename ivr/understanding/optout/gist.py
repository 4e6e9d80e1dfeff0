"""The gist of what was said: every word as the letter of what it is about.

Nobody can foresee all wordings; what they have in common is who does not want what. So a table says what
words are about, and the gists below, which hold for every language, how they ask never to be called.

====  =====================================================================================
``C``  calls, as a thing or as what you do: calls, calling; ``k`` called; ``c`` to call
``O``  do not call, in one word
``N``  not, never, no, nobody; ``n`` what is only not so: cannot, did not
``S``  to stop, to end, enough
``H``  to hate, to refuse, to object; what one is sick of
``G``  to want, to accept, to be happy with
``J``  consent, permission, a right
``R``  to remove, off, out, away
``D``  a number, a name, data
``L``  a list, a database, a system
``U``  to keep, to store, to use
``E``  to hear of or from
``A``  again, any more, ever
``V``  to be, in front of "called"
``f``  from, of, on
``b``  what begins another thought: because, and, thanks
``M``  me, my, here; ``I`` I, we; ``Y`` you, your, anyone of you; ``T`` this, these
``B``  what shows that it is about something else
``.``  the end of a sentence; ``o`` any other word
====  =====================================================================================
"""

from __future__ import annotations

from ivr.understanding.patterns import Rule, regex

PROBABLY = 0.65  # confidence

_TAIL = r"[MDATY]*(?=[.IbNSRO]|$)"  # anything else says when, or how one is called
_GISTS = (
    ("wants no calls", rf"(?:(?<![IB])H|(?<![IMB])[NS])[^BIScnV.]{{0,5}}C(?![YBL]){_TAIL}"),
    ("wants no calls", rf"[NnH][^BSIcC.]{{0,3}}[GJ][^BI.]{{0,4}}(?:C(?![YBL])|k|[YM][^BIR.]{{0,3}}c){_TAIL}"),
    ("is not to be called", rf"[NnHS][^BcC.]{{0,3}}V{{1,2}}k{_TAIL}"),
    (
        "you are not to call",
        (
            rf"(?<![IBM])(?<!IB)[NS][^BISRcM.]{{0,4}}(?<!M)c[MDTY]*[AT]{_TAIL}"
            rf"|(?<![IBM])[NS]A?c(?:[TY]o?M|M[oMD]{{1,2}}D|MM|[TY]?o?D)A{_TAIL}"
        ),
    ),
    ("no contact", r"(?:^|(?<=[.b]))N{1,2}[ATYM]?c(?=[.b]|$)|(?:^|(?<=[.b]))NA?c(?=M(?:[.b]|$))"),
    ("not any more", r"(?<![DIB])A[MYD]*O|O[MYD]*A"),
    ("calls are to stop", r"(?<![IMBo])C[^B.I]{0,7}(?:S[^B.]{0,2}|[NH]A?[AMb]{0,2})(?=\.|$)"),
    (
        "off the list",
        (
            r"RMD?[^B.MD]{0,2}[fR][^B.M]{0,3}L(?!B)|M?D[^B.]?Rf?[^B.M]{0,2}L(?!B)"
            r"|(?:G[^B.RD]{0,3})?Rf?[fYTc]{1,3}L|R[^B.MD]{0,2}L[^B.]{0,2}MD"
        ),
    ),
    (
        "keep off my number",
        r"(?<!B)R[^BC.o]{0,2}Mc?[Dc](?=A|O|N|b|\.|$)|(?<![^.YoSb])M[Dc][^BC.o]{0,2}R(?=A|O|N|b|\.|$)",
    ),
    (
        "never to hear from you",
        r"N[^B.]{0,5}E[YfMD]{0,3}A|N[^B.]{0,3}G[^B.]{0,3}E[fo]?Y(?=[DAMN.b]|$)|[NHGI][^B.]?AE(?=[.YMNO]|$)",
    ),
    (
        "gave no consent",
        r"Y[^B.]{0,2}[Nn][^B.]{0,3}M?J|MJ[^B.]{0,2}Y[^B.]?[Nn]|[NnH][^B.]{0,3}J[^B.]{0,4}[cC]",
    ),
    ("do not keep my number", r"[NH][^BIo.]{0,3}U[^B.o]?Mc?D(?=A|L|O|N|f|b|\.|$)|UMD[^B.]{0,2}N"),
)
GISTS = tuple(Rule(name, regex(pattern), PROBABLY) for name, pattern in _GISTS)
