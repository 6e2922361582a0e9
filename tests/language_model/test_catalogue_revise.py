"""The founder's edits in plain words, in four languages: what they name changes, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from language_model.catalogue_talks import Talk, labels, played

from chatbot.domain.mind_map import Difference, Feature, MindMap, Priority, difference
from chatbot.use_cases.language_model import Draft

CASES = {"en": "06_craft_beer_en", "zh": "01_books_zh", "fr": "02_restaurant_fr", "es": "04_flowers_es"}


async def edited(founder: str, words: str) -> tuple[Draft, Draft]:
    """The draft of the founder's inquiry before and after the words."""
    talk = await played(CASES[founder], founder)
    before = await talk.draft()
    return before, await talk.revised(before, words)


async def change(founder: str, words: str) -> Difference:
    before, after = await edited(founder, words)
    return difference(before.mind_map, after.mind_map)


def named(features: tuple[Feature, ...]) -> list[str]:
    return [feature.label.founder for feature in features]


REMOVED = [
    ("en", "drop the cart", ["Shopping cart"]),
    ("en", "Remove coupons and bundles", ["Product bundles", "Coupons and discounts"]),
    ("en", "no stock", ["Stock levels"]),
    ("en", "delete privcy policy", ["Privacy policy and consent"]),
    ("en", "remove community", ["Private members' area", "Members' votes"]),
    ("zh", "去掉评价", ["评价与评分"]),
    ("zh", "删除聊天和提现", ["卖家余额与提现", "站内聊天"]),
    ("zh", "请把数据统计删掉", ["数据统计"]),
    ("fr", "supprime l'imprimante", ["Imprimante de tickets"]),
    ("fr", "enlève la fidélité et le panier", ["Panier", "Carte de fidélité numérique"]),
    ("fr", "retire Cuisine et comptoir",
     ["Écran cuisine des commandes", "Imprimante de tickets", "Horaires, pauses et ruptures"]),
    ("es", "quita el carrito", ["Carrito"]),
    ("es", "elimina control de existencias y SEO", ["Control de existencias", "Posicionamiento básico (SEO)"]),
]  # fmt: skip


@pytest.mark.parametrize(("founder", "words", "gone"), REMOVED)
async def test_features_and_branches_are_dropped_by_name(founder: str, words: str, gone: list[str]) -> None:
    found = await change(founder, words)
    assert named(found.removed) == gone
    assert not found.added
    assert not found.changed


async def test_the_name_of_a_branch_drops_the_branch() -> None:
    before, after = await edited("en", "drop the admin panel")
    assert "Back office" in [branch.label.founder for branch in before.mind_map.branches]
    assert "Back office" not in [branch.label.founder for branch in after.mind_map.branches]
    assert len(after.mind_map.branches) == len(before.mind_map.branches) - 1


ADDED = [
    ("en", "add gift cards", ["Gift cards"]),
    ("en", "Add a loyalty program and gift cards", ["Loyalty points", "Gift cards"]),
    ("en", "add pigeon tracking", ["pigeon tracking"]),
    ("zh", "加上优惠券", ["优惠券与折扣"]),
    ("zh", "加优惠券和会员", ["优惠券与折扣", "会员体系"]),
    ("fr", "ajoute le parrainage", ["Parrainage"]),
    ("fr", "rajoutez des avis", ["Avis et notes"]),
    ("es", "añade cupones", ["Cupones y descuentos"]),
]


@pytest.mark.parametrize(("founder", "words", "new"), ADDED)
async def test_features_are_added_from_the_catalogue_or_in_the_founders_words(
    founder: str, words: str, new: list[str]
) -> None:
    found = await change(founder, words)
    assert sorted(named(found.added)) == sorted(new)
    assert not found.removed


async def test_an_added_feature_is_worded_for_both_and_put_on_its_branch() -> None:
    talk = await played("01_books_zh", "en")
    after = await talk.revised(await talk.draft(), "add coupons")
    branch = next(b for b in after.mind_map.branches if "优惠券与折扣" in [f.label.client for f in b.features])
    assert branch.label.founder == "Marketing and loyalty" or len(branch.features) > 1
    assert [f.label.founder for f in branch.features if f.label.client == "优惠券与折扣"] == ["Coupons and discounts"]


async def test_what_is_there_already_is_not_added_again() -> None:
    before, after = await edited("en", "add WeChat Pay")
    assert after.mind_map == before.mind_map


PRIORITIES = [
    ("en", "make coupons optional", "Coupons and discounts", Priority.COULD),
    ("en", "statistics is a must", "Statistics", Priority.MUST),
    ("en", "move bundles to later", "Product bundles", Priority.COULD),
    ("en", "mark age check as should", "Age check", Priority.SHOULD),
    ("zh", "把聊天设为可选", "站内聊天", Priority.COULD),
    ("zh", "数据统计必须", "数据统计", Priority.MUST),
    ("fr", "rends le panier facultatif", "Panier", Priority.COULD),
    ("fr", "passe les statistiques en indispensable", "Statistiques", Priority.MUST),
    ("es", "pon el carrito como opcional", "Carrito", Priority.COULD),
    ("es", "marca SEO como imprescindible", "Posicionamiento básico (SEO)", Priority.MUST),
]


@pytest.mark.parametrize(("founder", "words", "label", "priority"), PRIORITIES)
async def test_priorities_follow_the_words(founder: str, words: str, label: str, priority: Priority) -> None:
    found = await change(founder, words)
    assert [(new.label.founder, new.priority) for _, new in found.changed] == [(label, priority)]


EFFORTS = [
    ("en", "stock levels takes 5 days", "Stock levels", (2.7, 5.0, 11.7)),
    ("en", "JD logistics 3-5-8 days", "Connection to JD Logistics", (3.0, 5.0, 8.0)),
    ("en", "coupons: 2 to 4.5 days", "Coupons and discounts", (2.0, 3.0, 4.5)),
    ("zh", "聊天 3-4-8天", "站内聊天", (3.0, 4.0, 8.0)),
    ("zh", "扫码上架需要4天", "扫码（ISBN）上架", (2.4, 4.0, 8.0)),
    ("fr", "écran cuisine prend 5 jours", "Écran cuisine des commandes", (2.5, 5.0, 8.8)),
    ("es", "el catálogo lleva 4 días", "Catálogo de productos con fotos", (2.0, 4.0, 7.0)),
]


@pytest.mark.parametrize(("founder", "words", "label", "days"), EFFORTS)
async def test_person_days_are_set(founder: str, words: str, label: str, days: tuple[float, float, float]) -> None:
    found = await change(founder, words)
    assert [new.label.founder for _, new in found.changed] == [label]
    effort = found.changed[0][1].effort
    assert (effort.low, effort.likely, effort.high) == days


async def test_days_beyond_all_limits_stay_within_them() -> None:
    found = await change("en", "coupons 0-500-999 days")
    assert found.changed[0][1].effort.high == 120


RENAMED = [
    ("en", "rename Coupons and discounts to Voucher engine", "Voucher engine"),
    ("zh", "把站内聊天改名为私信", "私信"),
    ("fr", "renomme Panier en Mon panier", "Mon panier"),
    ("es", "renombra Carrito a Mi cesta", "Mi cesta"),
]


@pytest.mark.parametrize(("founder", "words", "name"), RENAMED)
async def test_features_are_renamed(founder: str, words: str, name: str) -> None:
    found = await change(founder, words)
    assert named(found.added) == [name]
    assert len(found.removed) == 1
    assert found.added[0].effort == found.removed[0].effort


NOTES = [
    ("en", "add risk: JD contract is missing, and it may take a month", "risks",
     "JD contract is missing, and it may take a month"),
    ("en", "add assumption: the client writes all texts", "assumptions", "The client writes all texts"),
    ("en", "add an exclusion: photo shooting", "exclusions", "Photo shooting"),
    ("en", "open question: who packs the beer?", "open_questions", "Who packs the beer?"),
    ("zh", "加风险：需要支付牌照", "risks", "需要支付牌照"),
    ("fr", "ajoute un risque : la caisse est ancienne", "risks", "La caisse est ancienne"),
    ("es", "añade el riesgo: falta la cuenta de Bizum", "risks", "Falta la cuenta de Bizum"),
]  # fmt: skip


@pytest.mark.parametrize(("founder", "words", "which", "text"), NOTES)
async def test_notes_are_added(founder: str, words: str, which: str, text: str) -> None:
    before, after = await edited(founder, words)
    assert [note.founder for note in getattr(after.mind_map, which)][-1] == text
    assert len(getattr(after.mind_map, which)) == len(getattr(before.mind_map, which)) + 1
    assert after.mind_map.branches == before.mind_map.branches


async def test_a_note_is_removed_by_a_part_of_it() -> None:
    before, after = await edited("en", "remove the risk influencers")
    assert len(after.mind_map.risks) == len(before.mind_map.risks) - 1


async def test_several_commands_stand_in_one_message() -> None:
    found = await change(
        "en", "drop the cart, add gift cards and make statistics optional\nJD logistics 3-5-8 days; drop refunds"
    )
    assert named(found.removed) == ["Shopping cart", "Cancellations and refunds"]
    assert named(found.added) == ["Gift cards"]
    assert {new.label.founder for _, new in found.changed} == {"Statistics", "Connection to JD Logistics"}


async def test_the_founder_may_name_things_in_another_language() -> None:
    talk = await played("01_books_zh", "en")
    before = await talk.draft()
    after = await talk.revised(before, "drop 站内聊天, remove withdrawal")
    gone = set(labels(before.mind_map)) - set(labels(after.mind_map))
    assert gone == {"站内聊天", "卖家余额与提现"}


@pytest.mark.parametrize(
    "words",
    ["", "hello, how are you?", "range 55-70k", "make chat optional", "drop the moon", "5 days", "😀", "rename to"],
)
async def test_words_that_fit_nothing_change_nothing(words: str) -> None:
    before, after = await edited("en", words)
    assert after.mind_map == before.mind_map


async def test_notes_summary_and_said_features_survive_an_edit() -> None:
    before, after = await edited("en", "drop the cart")
    kept = replace(after.mind_map, branches=before.mind_map.branches)
    assert kept == before.mind_map
    untouched = [feature for feature in before.mind_map.features() if feature.label.founder != "Shopping cart"]
    assert list(after.mind_map.features()) == untouched


async def test_everything_may_be_dropped() -> None:
    talk = await played("06_craft_beer_en")
    draft = await talk.draft()
    words = "\n".join(f"drop {branch.label.founder}" for branch in draft.mind_map.branches)
    assert (await talk.revised(draft, words)).mind_map.branches == ()


async def test_a_map_of_another_maker_is_edited_too() -> None:
    talk = Talk()
    await talk.say("a website")
    draft = await talk.draft()
    branch = draft.mind_map.branches[0]
    foreign = replace(branch.features[0], label=replace(branch.label, client="Sternwarte", founder="Observatory"))
    mind_map: MindMap = replace(draft.mind_map, branches=(replace(branch, features=(foreign,)),))
    after = await talk.revised(replace(draft, mind_map=mind_map), "make observatory optional")
    assert after.mind_map.branches[0].features[0].priority is Priority.COULD
