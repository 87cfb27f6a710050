// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/standingline.h"

#include "ui/common/type.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kLine = 20;
constexpr int kMark = 14;
constexpr int kMarkGap = 8;
constexpr int kGroupGap = 10;
constexpr int kPreferredWidth = 600;

} // namespace

StandingLine::StandingLine(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("standings"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StandingLine::setGroups(const std::vector<StandingGroup>& groups)
{
    m_groups = groups;
    QStringList texts;
    for (const StandingGroup& group : groups)
        texts += group.text;
    setAccessibleName(texts.join(u' '));
    updateGeometry();
    update();
}

int StandingLine::heightForWidth(int width) const
{
    return place(width, nullptr);
}

QSize StandingLine::sizeHint() const
{
    return {kPreferredWidth, heightForWidth(kPreferredWidth)};
}

QSize StandingLine::minimumSizeHint() const
{
    return {200, kLine};
}

void StandingLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    place(width(), &painter);
}

int StandingLine::place(int width, QPainter* painter) const
{
    const QFont face = assay::font(TextStyle::Second);
    const QFontMetricsF metrics(face);
    const qreal space = metrics.horizontalAdvance(u' ');
    qreal x = 0;
    int y = 0;
    for (const StandingGroup& group : m_groups) {
        QStringList words = group.text.split(u' ');
        qreal before = x > 0 ? kGroupGap : 0;
        qreal lead = kMark + kMarkGap; // a mark never stands alone at the end of a line
        for (const QString& word : std::as_const(words)) {
            const qreal advance = metrics.horizontalAdvance(word);
            if (x > 0 && x + before + lead + advance > width) {
                x = 0;
                y += kLine;
                before = 0;
            }
            x += before;
            if (painter != nullptr && lead > 0)
                paintMark(painter, QRect(int(x), y, kMark, kLine), group.mark, kMark);
            x += lead;
            if (painter != nullptr) {
                painter->setFont(face);
                painter->setPen(colour(Token::Text2));
                painter->drawText(QRectF(x, y, std::ceil(advance) + 2, kLine),
                                  Qt::AlignLeft | Qt::AlignVCenter, word);
            }
            x += advance;
            before = space;
            lead = 0;
        }
    }
    return y + kLine;
}

} // namespace assay
