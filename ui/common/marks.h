// SPDX-License-Identifier: GPL-3.0-or-later
// Marks: a state said by shape, word and colour together (DESIGN.md, "Icons and marks"). GUI thread.
// A mark never stands alone: show markWord() beside it or as its tool tip.
#pragma once

#include "ui/common/theme.h"

#include <QPixmap>
#include <QString>

#include <optional>

class QPainter;
class QRect;

namespace assay {

enum class Mark {
    Accepted,
    Revised,
    Rejected,
    Undecided,
    Current,
    Second,
    Met,
    Missed,
    Unsure,
    Open,
    NotApplicable,
    Broken,
    InBand,
    Pending,
    Firing,
    Improved,
    Resolved,
    Building,
    Few,
    NoData,
    Better,
    Worse,
    Same,
    Different
};
inline constexpr int kMarkCount = int(Mark::Different) + 1;

/// The token of the mark's colour and of the word beside it.
Token markToken(Mark mark);

/// The Soft fill behind a chip of that mark; nothing for the grey states.
std::optional<Token> markSoftToken(Mark mark);

/// Its usual word: "Accepted", "Not checked".
QString markWord(Mark mark);

/// Draws the mark, 16 px, in the middle of `rect`.
void paintMark(QPainter* painter, const QRect& rect, Mark mark, int side = 16);

/// The same in one given token, for example Disabled.
struct MarkLook
{
    Mark mark;
    Token token;
    int side = 16;
};
void paintMark(QPainter* painter, const QRect& rect, const MarkLook& look);

QPixmap markPixmap(Mark mark, int side, qreal ratio);
QPixmap markPixmap(Mark mark, Token token, int side, qreal ratio);

} // namespace assay
