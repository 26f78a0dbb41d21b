"""What one patient tells."""

from django.utils.translation import gettext_lazy as _

from .rules import WARNING, Rule
from .sources import FTC_ENDORSEMENT

RULES = (
    Rule(
        key="outcome-testimonial",
        severity=WARNING,
        patterns=(
            "our ..3 PATIENT ..8-ask|tell|about|may back|again|free|smiling|BETTER|OUTCOME @1",
            "i|we ..3 *went|gone from ..6 to @1",
            "n't|not ..1 *thank ..3 enough",
            "n't|not|never *had ..6 since|again @1",
            "i|my ..8 since|until ..4 this|OWN|PRACTICE @1",
            "^ lost NUMBER ..1 stone|pounds|lbs|kilos|kg|inches",
            "before : ..12 after",
            "PATIENT who ..8 now|after|again|pushing|walking @2",
            "meet NAME",
            "says|writes|said NAME @1",
            "after|since|following ..1 her|his|my|their ..3 TREATMENT|visit|UNCONVENTIONAL ..8 she|he|they|i|NAME @0",
            "within|in|after ..2 SPAN ..1 *he|she|i was|could|had|were|felt @0",
            "nothing ..2 *worked|helped ..8 until @0",
            "PATIENT of our ..4 *EFFECT|sleep|lose|tell|enjoy|walk|wake|feel|report",
            "our|my PATIENT ..2 *tell|say|report|love|rave|describe|feel|walk|sleep|run|notice|enjoy|see|are|have|get ..12 BODY|CONDITION|again|OUTCOME|BETTER|off|life|years @1",
            "NAME|she|he|i|PATIENT ..2 *came|arrived|walked|limped|hobbled|started|crawled ..10 left|leaves|walked|danced|ran|went|now",
            "i|my|his|her ..3 *son|daughter|husband|wife|mother|father|child|mom|dad ..14 after|since|thanks|again @1",
            "writes|says|reports|shares ..3 mother|father|patient|mom|runner|NAME|client @1",
            "i ..12 *ran|run|hike|hiked|dance|danced|golf|walk|walked|sleep|slept|play|played|climb|climbed @1",
            "since ..12 been *dancing|running|hiking|golfing|walking|working|painting|traveling|cycling",
            "feel|look|feeling ..2 years *younger @1",
            "our PATIENT ..5 back|again",
            "PATIENT|everyone|everybody ..9-NOT *without ..1 CONDITION @1",
            "stories|story of|from ..5 PATIENT",
            "threw|throw|ditched|without ..3 crutches|cane|walker|wheelchair|brace",
            "meet|hear|join|read ..3 who",
            "join ..2 thousands|hundreds|others",
            "PATIENT ..6 *without ..2 CONDITION @1",
            "PATIENT ..3 who ..2 found ..2 RELIEF",
            "from ..2 wheelchair|walker|cane|bed to",
            "our|my|satisfied|happy|OWN ..2 PATIENT ..5-ask|tell|about|may|their|with|for OUTCOME|pain|improvement|life|lives|RELIEF|CURE",
            "PATIENT|SELF|you ..6 *pain|symptom|drug free @1",
            "PATIENT|she|he|OWN ..8-ask walk|walked|walking|leave|left|out|live ..2 without|free ..1 CONDITION",
            "lives|life *back @0",
            "satisfied|happy|grateful|countless ..2 PATIENT",
            "thousands|hundreds of ..1 PATIENT @2",
            "PATIENT ..3 *love|swear|rave|thank|agree",
            "PATIENT ..3 *report|reports @2",
            "i|my ..10 BODY|CONDITION|MEDICINE|again|cane|crutches|walker|wheelchair|OUTCOME @2",
            "^ hear|read|see|watch|meet|discover ..1 how|why|what !well|much|many|your|the|to|is|are|do",
            "success *story|stories",
            "results that ..4 *PATIENT enjoy|enjoyed|see|get|love|experience|have",
            "like|good as *new",
            "testimonials|reviews speak|prove|show",
            "SPAN ..2 *later|after ..6 back|again|golf|running|walking|pain @2",
        ),
        reason=_(
            "One person's course tells readers nothing about theirs; such stories "
            "need consent, and what is typical beside them."
        ),
        source=FTC_ENDORSEMENT,
        rewrite=_("Give the results of a study in place of a story."),
    ),
)
