// SPDX-License-Identifier: GPL-3.0-or-later
// What a prompt asks of the picture's frame: its aspect ("--ar 16:9") and its size in pixels. The program
// answers these itself from the size of the image. Pure, in time linear in the prompt's length.
#pragma once

#include "app/domain/constraint.h"

#include <QSize>

namespace assay {

struct FrameDemand
{
    QString statement; ///< "aspect 16:9?", "1920 × 1080 pixels?"
    PromptSpan span;

    bool operator==(const FrameDemand&) const = default;
};

/// At most one aspect (a flag wins over words) and one size.
QList<FrameDemand> frameDemands(const QString& prompt);

/// What the size of the image answers to a constraint about the frame, whoever wrote it; nothing when it is
/// about something else or the size is not known.
std::optional<Answer> frameAnswer(const Constraint& constraint, const QSize& size);

} // namespace assay
