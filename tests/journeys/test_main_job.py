"""First message → map and range → approval → client → hand-off → payment → commission, as the three people see it."""

from __future__ import annotations

import re

from journeys.transcript import Stage, words

BOOKS = """
Lin: 你好，朋友介绍来的。我们想做一个二手书交易的微信小程序，主要给大学生用。
Lin: 学生可以扫 ISBN 上架自己的书；买家能按学校和距离搜；要有站内聊天，最好微信支付担保交易
Lin: 卖家可以提现。我们自己要有后台看订单和封号。
Lin: 设计没有，都需要你们做。希望开学前（明年 2 月底）能上线。预算大概六到八万吧。
Lin: 对了，支付先不要担保了，直接微信支付就行。
"""


async def test_a_referred_project_from_the_first_word_to_the_commission(shop: Stage) -> None:
    await shop.play("""
        Marie start
        Marie < Lantern Software
        Marie: /refer
        Marie < https://t.me/
    """)
    code = re.search(r"start=(r_\w+)", words(shop.players["Marie"].last))
    assert code is not None
    await shop.play(
        """
        Lin start {code}
        Lin < Lantern Software | Marie
        """
        + BOOKS
        + """
        Lin [现在就画]
        Lin < 创始人
        Alex <photo Lead 1
        Alex < Lead 1 · Lin | Marie | person-days
        Alex [Approve]
        Alex ! Lin
        Lin <photo
        Lin <document 2026-
        Alex < approved
        Lin [接受]
        Lin < 太好了
        Lin < Alex
        Alex < Lin
        Alex: /won 1 68000
        Alex < 68,000
        Alex [Book]
        Alex: /paid 1 20000
        Alex < 20,000 | 1,000
        Alex [Book]
        Marie: /earnings
        Marie < 1 000
        """,
        code=code[1],
    )
