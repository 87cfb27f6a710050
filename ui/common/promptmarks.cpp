// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/promptmarks.h"

#include "app/checklist/markedwords.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <vector>

namespace assay {

namespace {

constexpr qsizetype kMostShown = 20'000;

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

/// Nobody reads more, and the window must not wait for its layout.
QString shownPart(const QString& prompt)
{
    qsizetype end = std::min(prompt.size(), kMostShown);
    if (end < prompt.size() && prompt.at(end).isLowSurrogate())
        --end;
    return prompt.left(end);
}

QString leftOut(qsizetype count)
{
    return QString(QChar(QChar::LineSeparator)) +
           QCoreApplication::translate("PromptMarks", "\u2026 and %1 more characters")
               .arg(formatCount(count));
}

/// Copies the prompt piece by piece and knows where each of its characters went.
class Writer
{
public:
    explicit Writer(const QString& prompt)
        : m_prompt(prompt)
    {
    }

    int position() const { return int(m_text.size()); }
    const QString& text() const { return m_text; }
    void put(const QString& text) { m_text += text; }
    void copyTo(int end)
    {
        m_copies.push_back({m_done, position()});
        m_text += withLineSeparators(QStringView(m_prompt).mid(m_done, end - m_done));
        m_done = end;
    }
    PromptSpan placeOf(const PromptSpan& span) const
    {
        const int start = placeOf(span.start);
        return {start, placeOf(span.start + span.length - 1) + 1 - start};
    }

private:
    struct Copy
    {
        int from;
        int to;
    };

    int placeOf(int character) const
    {
        const auto behind = std::ranges::upper_bound(m_copies, character, {}, &Copy::from);
        const Copy& copy = *std::prev(behind);
        const QStringView before = QStringView(m_prompt).mid(copy.from, character - copy.from);
        return copy.to + int(withLineSeparators(before).size());
    }

    const QString& m_prompt;
    QString m_text;
    int m_done = 0;
    std::vector<Copy> m_copies;
};

} // namespace

MarkedPrompt markPrompt(const QString& prompt, const Checklist& checklist, const QList<PromptSpan>& variables)
{
    const QString shown = shownPart(prompt);
    const std::vector<Piece> found = pieces(shown, checklist);
    QHash<int, int> lastPiece;
    for (int i = 0; i < int(found.size()); ++i)
        lastPiece.insert(found[size_t(i)].constraint, i);

    Writer writer(shown);
    MarkedPrompt marked;
    for (int i = 0; i < int(found.size()); ++i) {
        const Piece& piece = found[size_t(i)];
        writer.copyTo(piece.start);
        PromptRun run{piece.constraint, writer.position(), 0, -1, -1};
        writer.put(QChar(kRunPadding));
        writer.copyTo(piece.end);
        if (lastPiece.value(piece.constraint) == i) {
            run.numberStart = writer.position();
            writer.put(QString::number(piece.constraint + 1));
            run.numberEnd = writer.position();
        }
        writer.put(QChar(kRunPadding));
        run.end = writer.position();
        marked.runs.append(run);
    }
    writer.copyTo(int(shown.size()));
    for (const PromptSpan& span : variables) {
        if (span.start >= 0 && span.length > 0 && span.start + span.length <= shown.size())
            marked.variables.append(writer.placeOf(span));
    }
    if (shown.size() < prompt.size())
        writer.put(leftOut(prompt.size() - shown.size()));
    marked.text = writer.text();
    return marked;
}

} // namespace assay
