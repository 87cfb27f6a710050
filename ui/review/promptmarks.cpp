// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/promptmarks.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <vector>

namespace assay {

namespace {

struct Piece
{
    int constraint;
    int start;
    int end;
};

bool isInside(const PromptSpan& span, qsizetype length)
{
    return span.length > 0 && span.start >= 0 && span.start <= length - span.length;
}

/// For each character of the prompt the constraint it belongs to, or -1.
std::vector<int> owners(const QString& prompt, const Checklist& checklist)
{
    std::vector<int> order(size_t(checklist.size()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(),
                             [&](int index) { return checklist.at(index).span.length; });
    std::vector<int> owner(size_t(prompt.size()), -1);
    for (const int index : order) {
        const PromptSpan span = checklist.at(index).span;
        if (isInside(span, prompt.size()))
            std::fill_n(owner.begin() + span.start, span.length, index);
    }
    return owner;
}

/// Runs of one owner without the space at their ends.
std::vector<Piece> pieces(const QString& prompt, const std::vector<int>& owner)
{
    std::vector<Piece> result;
    const int size = int(prompt.size());
    for (int at = 0; at < size;) {
        int end = at;
        while (end < size && owner[size_t(end)] == owner[size_t(at)])
            ++end;
        Piece piece{owner[size_t(at)], at, end};
        while (piece.constraint >= 0 && piece.start < piece.end && prompt.at(piece.start).isSpace())
            ++piece.start;
        while (piece.constraint >= 0 && piece.end > piece.start && prompt.at(piece.end - 1).isSpace())
            --piece.end;
        if (piece.constraint >= 0 && piece.start < piece.end)
            result.push_back(piece);
        at = end;
    }
    return result;
}

QString withLineSeparators(QStringView text)
{
    QString result = text.toString();
    result.replace(QStringLiteral("\r\n"), QString(QChar::LineSeparator));
    return result.replace(u'\n', QChar(QChar::LineSeparator));
}

} // namespace

MarkedPrompt markPrompt(const QString& prompt, const Checklist& checklist)
{
    const std::vector<Piece> found = pieces(prompt, owners(prompt, checklist));
    QHash<int, int> lastPiece;
    for (int i = 0; i < int(found.size()); ++i)
        lastPiece.insert(found[size_t(i)].constraint, i);

    MarkedPrompt marked;
    int done = 0;
    for (int i = 0; i < int(found.size()); ++i) {
        const Piece& piece = found[size_t(i)];
        marked.text += withLineSeparators(QStringView(prompt).mid(done, piece.start - done));
        PromptRun run{piece.constraint, int(marked.text.size()), 0, -1, -1};
        marked.text += QChar(kRunPadding);
        marked.text += withLineSeparators(QStringView(prompt).mid(piece.start, piece.end - piece.start));
        if (lastPiece.value(piece.constraint) == i) {
            run.numberStart = int(marked.text.size());
            marked.text += QString::number(piece.constraint + 1);
            run.numberEnd = int(marked.text.size());
        }
        marked.text += QChar(kRunPadding);
        run.end = int(marked.text.size());
        marked.runs.append(run);
        done = piece.end;
    }
    marked.text += withLineSeparators(QStringView(prompt).mid(done));
    return marked;
}

} // namespace assay
