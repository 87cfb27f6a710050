// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/comparisonheader.h"

#include "ui/changes/comparisondelegate.h"
#include "ui/changes/comparisonmodel.h"
#include "ui/common/format.h"
#include "ui/common/type.h"

#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kAllTicksRoom = 280;

} // namespace

ComparisonHeader::ComparisonHeader(const ComparisonModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(false);
    setHighlightSections(false);
}

void ComparisonHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, colour(Token::Panel));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(Token::LineStrong));
    painter->setFont(assay::font(TextStyle::LabelSemibold));
    painter->setPen(colour(Token::Text2));
    if (section == ComparisonModel::IntervalColumn) {
        painter->setFont(assay::font(TextStyle::Label));
        const double end = m_model.axisEnd();
        const bool isNarrow = rect.width() < kAllTicksRoom;
        for (const double tick : {-end, -end / 2, 0.0, end / 2, end}) {
            if (isNarrow && std::abs(tick) == end / 2)
                continue;
            const int x = int(barX(rect, tick, end));
            const QString text = tick == 0 ? formatPercent(0, 0) : formatSignedPercent(tick, 0);
            painter->drawText(QRect(x - 30, rect.top(), 60, rect.height()), Qt::AlignCenter, text);
        }
    } else {
        const int left = section == ComparisonModel::MetricColumn    ? 16
                         : section == ComparisonModel::VerdictColumn ? 8
                                                                     : 6;
        const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        painter->drawText(rect.adjusted(left, 0, -6, 0), alignment,
                          model()->headerData(section, Qt::Horizontal).toString());
    }
    painter->restore();
}

} // namespace assay
