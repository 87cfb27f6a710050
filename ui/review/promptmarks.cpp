// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/promptmarks.h"

#include "app/checklist/markedwords.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace assay {

namespace {

struct Piece
{
    int constraint;
    int start;
    int end;
};

/// In the order of the prompt.
std::vector<Piece> pieces(const QString& prompt, const Checklist& checklist)
{
    const QList<QList<PromptSpan>> marks = markedWords(prompt, checklist);
    std::vector<Piece> result;
    for (int index = 0; index < marks.size(); ++index) {
        for (const PromptSpan& span : marks.at(index))
            result.push_back({index, span.start, span.start + span.length});
    }
    std::ranges::sort(result, {}, &Piece::start);
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
    const std::vector<Piece> found = pieces(prompt, checklist);
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
