# 图片和 PDF 上的固定文字。纯文本，不加任何标记。

picture-must = 必须
picture-should = 重要
picture-could = 可选
picture-assumed = 我们的假设
picture-feature-days = { $likely } 天（{ $low }–{ $high }）
picture-feature-days-exact = { $likely } 天
picture-days = { $low }–{ $high } 人天，预计 { $likely }
picture-days-exact = { $likely } 人天
picture-weeks = 工期约 { $low }–{ $high } 周
picture-weeks-exact = 工期约 { $weeks } 周

picture-quote = 报价单
picture-number = 编号
picture-date = 日期
picture-valid-until = 有效期至
picture-prepared-for = 客户
picture-prepared-by = 报价方
picture-scope = 包含内容
picture-price-range = 价格区间
picture-low = 最低
picture-likely = 预计
picture-high = 最高
picture-what-it-means = 这个区间的含义
picture-assumptions = 我们的假设
picture-exclusions = 不包含
picture-open-questions = 待确认的问题
picture-next-step = 下一步
picture-page = 第
picture-of = /
picture-by-founder = 创始人亲自定价
picture-note-early = 这是早期估算，最终价格会在开工前确定。
picture-note-proven = 这类项目大约每 10 个有 8 个最终落在这个区间内，约 1 个会高于它；依据是本店已完成的 { $closed } 个项目。最终价格会在开工前确定。
picture-note-founder = 这个价格由创始人亲自确定。最终价格会在开工前确定。
picture-next-step-text = 如果您愿意按这个范围继续，请在聊天里点“接受”。接下来会有专人和您逐一确认待定问题，最终价格会在开工前确定。

picture-pipeline = 项目进展
picture-count-label = { $count ->
   *[other] 个项目
}
picture-oldest = 最久
picture-age = { $days ->
    [0] 今天
   *[other] { $days } 天
}
picture-open-leads = { $count ->
    [0] 没有进行中的项目
   *[other] { $count } 个项目进行中
}
picture-stage-listening = 了解需求
picture-stage-drafting = 绘制中
picture-stage-reviewing = 待审批
picture-stage-quoted = 已报价
picture-stage-paused = 暂缓
picture-stage-agreed = 有意合作
picture-stage-trial_offered = 已提议试做
picture-stage-trial_agreed = 已同意试做
picture-stage-trial_paid = 试做已付款
picture-stage-won = 已签约
picture-stage-lost = 未成交
picture-stage-declined = 我方谢绝
