"""Effects that nobody has shown, or shown in whom."""

from django.utils.translation import gettext_lazy as _

from .rules import WARNING, Rule
from .sources import FTC

RULES = (
    Rule(
        key="unproven-efficacy",
        severity=WARNING,
        unproven_only=True,
        patterns=(
            "CONDITION|BODY|function ..5 is|are|was|were *EFFECT_ED",
            "PATIENT|people ..2 have|has ..3 EFFECT_ED|found|seen",
            "good|best|great|right|excellent option|choice|treatment|candidate for",
            "EFFECT_S|EFFECT_ED it|them|you|healing|recovery",
            "UNCONVENTIONAL|TREATMENT ..8-NOT *EFFECT_BASE it|them|you",
            "UNCONVENTIONAL|TREATMENT ..6 *EFFECT_S|EFFECT_BASE|EFFECT_ED ..8-HARM|NOT CONDITION|BODY|RELIEF|OUTCOME|symptoms",
            "TREATMENT|UNCONVENTIONAL|OWN|it|they|cells|PATIENT ..4 *EFFECT_S|EFFECT_BASE|EFFECT_ED ..6-HARM CONDITION|BODY|RELIEF|OUTCOME|symptoms",
            "^ *EFFECT_ING|EFFECT_BASE ..4-HARM CONDITION|BODY",
            "effective ..2-dose for|against|in|at|relief|treatment|way|option|therapy|help",
            "work|works|worked ..2 for|in|against|on|well|wonders",
            "PATIENT|you|sufferers ..4 *improve|recover|regain|notice|feel|experience|enjoy|see|get",
            "treatment|therapy|relief|help|remedy|answer|solution ..2 for ..3 CONDITION ..3 that deliver|works|delivers",
            "*relief|recovery|improvement ..1 of|from ..3 CONDITION ..2 with|through",
            "success|successful|successfully|powerful|potent ..6 CONDITION|TREATMENT|RELIEF",
            "proven",
            "beneficial|helpful|ideal|excellent|great|perfect ..2 for ..4 CONDITION|PATIENT",
            "less|more|better|fewer|reduced|improved ..1 CONDITION|energy|mobility|sleep|BODY",
        ),
        reason=_(
            "The page is about an unproven use; a plain statement of effect says "
            "more than is known."
        ),
        source=FTC,
        rewrite=_("This is being studied; whether it helps is not known."),
    ),
    Rule(
        key="unsupported-science",
        severity=WARNING,
        needs_no_reference=True,
        patterns=(
            "scientific *fact|proof",
            "proven|proved ..2 value|power|worth|benefits @0",
            "proven|proved to @1",
            "according to research|science|studies|scientists",
            "science ..1 is|s clear|settled|in",
            "published ..2 papers|studies|articles ..4 WEIGHT",
            "papers|publications ..2 WEIGHT_BASE|WEIGHT_S|WEIGHT_ED",
            "evidence *based and|, proven",
            "SCIENCE ..5-not|n't|no|FDA *WEIGHT_BASE|WEIGHT_S|WEIGHT_ED|agree|agrees|prefer",
            "clinically|scientifically|medically|laboratory|lab *proven|tested|validated|shown|verified|demonstrated",
            "proven|backed|supported|validated|confirmed ..2 by ..3 SCIENCE",
            "doctor|physician|dermatologist *recommended|approved",
            "WEIGHT_ED|tested and *proven|approved",
            "science backed|based",
            "according to ..2 SCIENCE",
            "evidence ..1 *overwhelming|clear|undeniable|conclusive",
        ),
        reason=_("Readers can't check a study that is not named."),
        source=FTC,
        rewrite=_("Cite the study beside the sentence, or leave the sentence out."),
    ),
    Rule(
        key="animal-data",
        severity=WARNING,
        noun=True,
        patterns=(
            "horses|dogs|cats|pets|sheep ..14-NOT you|your|our",
            "STUDY_OF_ANIMALS ..18-NOT you|your|our|we|patients|patient",
            "OWN ..8-NOT *STUDY_OF_ANIMALS",
        ),
        reason=_("What happens in animals or dishes often does not happen in people."),
        source=FTC,
        rewrite=_("It was seen in animals; whether people benefit is not known."),
    ),
    Rule(
        key="natural-safe",
        severity=WARNING,
        patterns=(
            "natural ..6 *n't|not|cannot|never hurt|harm",
            "safe|harmless|gentle because|since|as ..6-NOT natural|nature|own",
            "natural|naturally ..3-NOT no *worries|worry|danger",
            "natural|nature|plant|herbal|own ..12-NOT trouble|harm|danger|concern|worry",
            "natural|naturally|nature|herbal|herbs|organic ..8-NOT safe|harmless|gentle|safety|safely|fear|worry|risks",
            "safe|gentle|harmless ..3-NOT natural|naturally|herbal|organic",
            "your own ..6-NOT safe|harmless",
        ),
        reason=_("What is natural can harm too."),
        source=FTC,
        rewrite=_("Name the known side effects, natural or not."),
    ),
    Rule(
        key="detox-immunity",
        severity=WARNING,
        patterns=(
            "build ..3 immune|immunity",
            "rid|free ..3 body|system ..2 of ..3 toxin|metal|metals",
            "immune|immunity ..3 boost|lift|kick|shield",
            "immune|immunity drip|shot|infusion|iv",
            "detox|cleanse your|the",
            "day|week ..2 detox|cleanse",
            "boost|boosts ..2 your? immune|immunity",
            "detox|detoxify|detoxifies|cleanse ..4 body|you|your|OWN|liver|system|organs",
            "OWN ..4 *detox|cleanse|detoxification",
            "REMOVE ..6 toxin|poison|impurities",
            "toxin|metal ..6 *REMOVE",
            "ENHANCE ..4-HARM immune|immunity|defenses",
            "immune|immunity *ENHANCE|support|booster",
            "cleanse|detox that|which|drip|tea|program|foot|day|treatment",
            "detox|detoxing with",
        ),
        reason=_(
            "No treatment has been shown to remove “toxins” or to boost immunity."
        ),
        source=FTC,
        rewrite=_("Say which measured effect is meant, or leave it out."),
    ),
)
