"""The words by which a founder names a stage behind /leads: our English ids and how each language says it."""

from __future__ import annotations

import re

from chatbot.domain.lead_flow import Stage

_WORDS: dict[Stage, tuple[str, ...]] = {
    Stage.LISTENING: ("listening", "new", "telling us", "了解需求", "了解", "新", "écoute", "à l’écoute", "nos cuenta"),
    Stage.DRAFTING: ("drafting", "being drawn", "绘制中", "绘制", "en préparation", "en preparación"),
    Stage.REVIEWING: ("reviewing", "review", "to be approved", "待审批", "审批", "à valider", "por aprobar"),
    Stage.QUOTED: ("quoted", "已报价", "报价", "devis envoyé", "devis", "presupuestado"),
    Stage.PAUSED: ("paused", "not now", "暂缓", "pas maintenant", "en pause", "ahora no", "pausado"),
    Stage.AGREED: ("agreed", "wants to go ahead", "有意合作", "veut avancer", "quiere seguir", "acordado"),
    Stage.TRIAL_OFFERED: ("trial offered", "已提议试做", "essai proposé", "prueba ofrecida"),
    Stage.TRIAL_AGREED: ("trial agreed", "trial accepted", "已同意试做", "essai accepté", "prueba aceptada"),
    Stage.TRIAL_PAID: ("trial paid", "试做已付款", "essai payé", "prueba pagada"),
    Stage.WON: ("won", "已签约", "签约", "gagné", "ganado"),
    Stage.LOST: ("lost", "未成交", "perdu", "perdido"),
    Stage.DECLINED: (
        "declined",
        "declined by us",
        "我方谢绝",
        "谢绝",
        "refusé par nous",
        "refusé",
        "rechazado por nosotros",
        "rechazado",
    ),
}

_TRIALS = (Stage.TRIAL_OFFERED, Stage.TRIAL_AGREED, Stage.TRIAL_PAID)
_TRIAL_WORDS = ("trial", "试做", "essai", "prueba")


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


_STAGES: dict[str, tuple[Stage, ...]] = {_key(word): (stage,) for stage, words in _WORDS.items() for word in words}
_STAGES |= {_key(word): _TRIALS for word in _TRIAL_WORDS}


def stages_named(text: str) -> tuple[Stage, ...]:
    """The stages that these words mean; none where they mean nothing."""
    return _STAGES.get(_key(text), ())
