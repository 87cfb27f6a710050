// SPDX-License-Identifier: GPL-3.0-or-later
// What the library says about a generation in a few words, and why one counts. GUI thread; plain functions.
#pragma once

#include "app/store/librarysearch.h"
#include "ui/common/marks.h"

namespace assay {

/// Why an image is among what is asked for, at the right of its caption.
struct CountsBecause
{
    std::optional<Mark> mark{};
    QString text{};
    Token token = Token::Text2;
};

/// By what is asked for: "1 3 4" or "2 text" missed, "12 s", "0.08 USD"; else what was missed.
CountsBecause countsBecause(const LibraryRow& row, const LibraryFilter& filter);

Mark libraryMark(const LibraryRow& row);
QString checksText(const LibraryRow& row);                 ///< "3 of 5 met", "Timeout", "No verdict"
QString missedText(const QList<MissedConstraint>& missed); ///< "1 3 4", "2 text"; empty for none
QString outcomeWord(GenerationStatus status);
QString kindWord(ConstraintKind kind);
QString sortWord(LibrarySort sort); ///< "Newest first"
QString spokenRow(const LibraryRow& row);

} // namespace assay
