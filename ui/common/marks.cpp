// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marks.h"

#include "ui/common/svgtint.h"

#include <QCoreApplication>
#include <QPainter>

namespace assay {

namespace {

struct Entry
{
    const char* file;
    Token token;
    const char* word;
};

const Entry& entry(Mark mark)
{
    static constexpr Entry kEntries[kMarkCount] = {
        {"accepted", Token::Good, QT_TRANSLATE_NOOP("Mark", "Accepted")},
        {"revised", Token::Warn, QT_TRANSLATE_NOOP("Mark", "Revised")},
        {"rejected", Token::Bad, QT_TRANSLATE_NOOP("Mark", "Rejected")},
        {"undecided", Token::Text3, QT_TRANSLATE_NOOP("Mark", "No verdict")},
        {"current", Token::Accent, QT_TRANSLATE_NOOP("Mark", "This one")},
        {"second", Token::Accent, QT_TRANSLATE_NOOP("Mark", "Second look")},
        {"met", Token::Good, QT_TRANSLATE_NOOP("Mark", "Met")},
        {"missed", Token::Bad, QT_TRANSLATE_NOOP("Mark", "Missed")},
        {"unsure", Token::Unsure, QT_TRANSLATE_NOOP("Mark", "Can’t tell")},
        {"open", Token::Text3, QT_TRANSLATE_NOOP("Mark", "Not checked")},
        {"na", Token::Text3, QT_TRANSLATE_NOOP("Mark", "Not applicable")},
        {"broken", Token::Bad, QT_TRANSLATE_NOOP("Mark", "Damaged, not saved")},
        {"inband", Token::Text3, QT_TRANSLATE_NOOP("Mark", "In band")},
        {"pending", Token::Warn, QT_TRANSLATE_NOOP("Mark", "Pending")},
        {"firing", Token::Bad, QT_TRANSLATE_NOOP("Mark", "Firing")},
        {"improved", Token::Good, QT_TRANSLATE_NOOP("Mark", "Improved")},
        {"resolved", Token::Good, QT_TRANSLATE_NOOP("Mark", "Resolved, signed")},
        {"building", Token::Text3, QT_TRANSLATE_NOOP("Mark", "Baseline being built")},
        {"few", Token::Text3, QT_TRANSLATE_NOOP("Mark", "Too few")},
        {"nodata", Token::Text3, QT_TRANSLATE_NOOP("Mark", "No data")},
        {"better", Token::Good, QT_TRANSLATE_NOOP("Mark", "Better")},
        {"worse", Token::Bad, QT_TRANSLATE_NOOP("Mark", "Worse")},
        {"same", Token::Text3, QT_TRANSLATE_NOOP("Mark", "No detectable difference")},
        {"different", Token::Accent, QT_TRANSLATE_NOOP("Mark", "Different")},
    };
    return kEntries[size_t(mark)];
}

} // namespace

Token markToken(Mark mark)
{
    return entry(mark).token;
}

std::optional<Token> markSoftToken(Mark mark)
{
    switch (markToken(mark)) {
    case Token::Good:
        return Token::GoodSoft;
    case Token::Warn:
        return Token::WarnSoft;
    case Token::Bad:
        return Token::BadSoft;
    case Token::Unsure:
        return Token::UnsureSoft;
    default:
        return std::nullopt;
    }
}

QString markWord(Mark mark)
{
    return QCoreApplication::translate("Mark", entry(mark).word);
}

void paintMark(QPainter* painter, const QRect& rect, Mark mark, int side)
{
    paintMark(painter, rect, MarkLook{mark, markToken(mark), side});
}

void paintMark(QPainter* painter, const QRect& rect, const MarkLook& look)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPoint topLeft(rect.x() + (rect.width() - look.side) / 2,
                         rect.y() + (rect.height() - look.side) / 2);
    painter->drawPixmap(topLeft, markPixmap(look.mark, look.token, look.side, ratio));
}

QPixmap markPixmap(Mark mark, int side, qreal ratio)
{
    return markPixmap(mark, markToken(mark), side, ratio);
}

QPixmap markPixmap(Mark mark, Token token, int side, qreal ratio)
{
    const QString file = QStringLiteral(":/assay/marks/%1.svg").arg(QLatin1String(entry(mark).file));
    return tintedSvg(
        {file, {{"#000001", svgColour(colour(token))}, {"#000002", svgColour(colour(Token::OnMark))}}}, side,
        ratio);
}

} // namespace assay
