// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/templatefit.h"

#include "app/checklist/lexicon.h"
#include "app/checklist/wordalignment.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace assay {

namespace {

constexpr int kSmallestShare = 3; ///< one in so many of the saved prompt's words has to be in the other

class Fitter
{
public:
    Fitter(const TemplateChecklist& saved, const QString& prompt)
        : m_saved(saved)
        , m_prompt(prompt)
        , m_from(splitWords(saved.prompt))
        , m_to(splitWords(prompt))
        , m_alignment(alignWords(m_from, m_to))
    {
    }

    bool isOneText() const;
    QList<PromptSpan> variables() const;
    /// Nothing when the prompt does not speak of it.
    std::optional<Constraint> fitted(const Constraint& constraint) const;

private:
    struct WordRange
    {
        int first;
        int end;
    };

    struct Replacement
    {
        QString text;
        const WordGap* whole = nullptr; ///< it stands for all words of this gap; null: for its word only
    };

    WordRange wordsOf(const PromptSpan& span) const;
    void appendOrJoin(const PromptSpan& span, QList<PromptSpan>* spans) const;
    const WordGap* gapOf(int word) const;
    WordRange counterpart(int word) const;
    PromptSpan spanOf(WordRange range) const;
    QString textOf(WordRange range) const;
    QString inOtherWords(const QString& statement, WordRange span) const;
    std::optional<Replacement> replacement(const QString& key, WordRange span) const;

    const TemplateChecklist& m_saved;
    const QString& m_prompt;
    Words m_from;
    Words m_to;
    WordAlignment m_alignment;
};

bool Fitter::isOneText() const
{
    int all = 0;
    int shared = 0;
    for (int i = 0; i < int(m_from.size()); ++i) {
        if (m_from.at(i).isSign || !carriesMeaning(m_from.at(i).key))
            continue;
        ++all;
        shared += m_alignment.partner[size_t(i)] >= 0 ? 1 : 0;
    }
    return all > 0 && shared * kSmallestShare >= all;
}

QList<PromptSpan> Fitter::variables() const
{
    QList<PromptSpan> spans;
    for (const WordGap& gap : m_alignment.gaps) {
        WordRange range{gap.toFirst, gap.toEnd};
        while (range.first < range.end && m_to.at(range.first).isSign)
            ++range.first;
        while (range.end > range.first && m_to.at(range.end - 1).isSign)
            --range.end;
        if (range.first < range.end)
            appendOrJoin(spanOf(range), &spans);
    }
    return spans;
}

/// "16" and "9" of "16:9" were filled in as one.
void Fitter::appendOrJoin(const PromptSpan& span, QList<PromptSpan>* spans) const
{
    if (!spans->isEmpty()) {
        PromptSpan& last = spans->last();
        const int end = last.start + last.length;
        const QStringView between = QStringView(m_prompt).mid(end, span.start - end);
        if (std::ranges::none_of(between,
                                 [](QChar sign) { return sign.isSpace() || sign.isLetterOrNumber(); })) {
            last.length = span.start + span.length - last.start;
            return;
        }
    }
    spans->append(span);
}

std::optional<Constraint> Fitter::fitted(const Constraint& constraint) const
{
    Constraint result = constraint;
    result.span = {};
    const WordRange span = wordsOf(constraint.span);
    if (span.first >= span.end)
        return result; // the reviewer's own, about no words in particular
    WordRange place{int(m_to.size()), 0};
    bool isShared = false;
    bool isChanged = false;
    for (int i = span.first; i < span.end; ++i) {
        const WordRange other = counterpart(i);
        isChanged = isChanged || m_alignment.partner[size_t(i)] < 0;
        isShared = isShared || (m_alignment.partner[size_t(i)] >= 0 && !m_from.at(i).isSign &&
                                carriesMeaning(m_from.at(i).key));
        if (other.first < other.end)
            place = {std::min(place.first, other.first), std::max(place.end, other.end)};
    }
    if (place.first >= place.end)
        return std::nullopt;
    if (isChanged) {
        result.statement = inOtherWords(constraint.statement, span);
        if (!isShared && result.statement == constraint.statement)
            return std::nullopt;
    }
    result.span = spanOf(place);
    return result;
}

Fitter::WordRange Fitter::wordsOf(const PromptSpan& span) const
{
    const int end = span.start + span.length;
    WordRange range{0, 0};
    while (range.first < int(m_from.size()) && m_from.at(range.first).end() <= span.start)
        ++range.first;
    range.end = range.first;
    while (range.end < int(m_from.size()) && m_from.at(range.end).start < end)
        ++range.end;
    return span.length > 0 ? range : WordRange{0, 0};
}

const WordGap* Fitter::gapOf(int word) const
{
    const auto gap = std::ranges::find_if(
        m_alignment.gaps, [word](const WordGap& g) { return g.fromFirst <= word && word < g.fromEnd; });
    return gap == m_alignment.gaps.end() ? nullptr : &*gap;
}

/// The words of the prompt that stand for this one: itself, its place in the gap, or all of the gap.
Fitter::WordRange Fitter::counterpart(int word) const
{
    if (const int partner = m_alignment.partner[size_t(word)]; partner >= 0)
        return {partner, partner + 1};
    const WordGap* gap = gapOf(word);
    if (gap->fromCount() != gap->toCount())
        return {gap->toFirst, gap->toEnd};
    const int at = gap->toFirst + word - gap->fromFirst;
    return {at, at + 1};
}

PromptSpan Fitter::spanOf(WordRange range) const
{
    const int start = m_to.at(range.first).start;
    return {start, m_to.at(range.end - 1).end() - start};
}

QString Fitter::textOf(WordRange range) const
{
    const PromptSpan span = spanOf(range);
    return m_prompt.mid(span.start, span.length);
}

/// The statement with each word that stood for a variable replaced by what stands there now.
QString Fitter::inOtherWords(const QString& statement, WordRange span) const
{
    QString result;
    int done = 0;
    const WordGap* written = nullptr;
    for (const Word& word : splitWords(statement)) {
        const std::optional<Replacement> other = word.isSign ? std::nullopt : replacement(word.key, span);
        const bool isWritten = other && other->whole && other->whole == written;
        written = other ? other->whole : nullptr;
        if (!other)
            continue;
        if (!isWritten) {
            result += QStringView(statement).mid(done, word.start - done);
            result += other->text;
        }
        done = word.end();
    }
    result += QStringView(statement).mid(done);
    return result.simplified();
}

/// In the number that the word has in the statement: "cup" of "cups" becomes "plate" of "plates".
std::optional<Fitter::Replacement> Fitter::replacement(const QString& key, WordRange span) const
{
    for (int i = span.first; i < span.end; ++i) {
        const QString& before = m_from.at(i).key;
        if (m_alignment.partner[size_t(i)] >= 0 || m_from.at(i).isSign)
            continue;
        const bool isSameNumber = numberValue(key) && numberValue(key) == numberValue(before);
        if (!isSameNumber && !isSameWord(key, before))
            continue;
        const WordRange other = counterpart(i);
        if (other.first >= other.end)
            return std::nullopt;
        const WordGap* gap = gapOf(i);
        const WordGap* whole = gap->fromCount() != gap->toCount() ? gap : nullptr;
        const std::optional<int> number = numberValue(m_to.at(other.first).key);
        if (isSameNumber && number)
            return Replacement{QString::number(*number), whole};
        const bool isSingular = key != before && other.end - other.first == 1;
        return Replacement{isSingular ? singularOf(m_to.at(other.first).key) : textOf(other), whole};
    }
    return std::nullopt;
}

} // namespace

TemplateFit fitTemplate(const TemplateChecklist& saved, const QString& prompt)
{
    const Fitter fitter(saved, prompt);
    const bool isOneText = fitter.isOneText();
    TemplateFit fit;
    if (isOneText)
        fit.variables = fitter.variables();
    QSet<QString> keys;
    for (const Constraint& constraint : saved.constraints) {
        const bool hasWords = constraint.span.length > 0;
        const std::optional<Constraint> fitted =
            isOneText || !hasWords ? fitter.fitted(constraint) : std::nullopt;
        if (fitted) {
            keys.insert(constraint.key);
            fit.constraints.append(*fitted);
        }
    }
    for (Constraint& constraint : fit.constraints) {
        if (!keys.contains(constraint.parent))
            constraint.parent.clear();
    }
    return fit;
}

} // namespace assay
