// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/colourwords.h"

#include "app/checklist/lexicon.h"

#include <QStringList>

namespace assay {

namespace {

using Words = std::vector<PromptWord>;

// What people write stays far below; hostile prompts must not make the work grow with the square of them.
constexpr int kMostColours = 6;

/// Whether a colour, with or without a tone before it, stands at `at`; `end` is the word behind it.
bool colourAt(const Words& words, int at, ColourWords* colour, int* end)
{
    int i = at;
    const int size = int(words.size());
    while (i < size && i - at < 2 && words[size_t(i)].has(kToneWord) && i + 1 < size &&
           words[size_t(i + 1)].has(kToneWord | kColourWord))
        ++i;
    if (i >= size)
        return false;
    if (const QStringList hyphenated = hyphenatedColours(words[size_t(i)].key); !hyphenated.isEmpty()) {
        *colour = {hyphenated.join(u'\n'), i, i};
        *end = i + 1;
        return true;
    }
    if (!words[size_t(i)].has(kColourWord))
        return false;
    QStringList parts;
    // "dark black" is black.
    const bool isShade = words[size_t(i)].key != u"black"_qs &&
                         (words[size_t(i)].key != u"white"_qs || words[size_t(at)].key == u"off"_qs);
    for (int part = isShade ? at : i; part <= i; ++part)
        parts.append(words[size_t(part)].key);
    *colour = {parts.join(u' '), at, i};
    *end = i + 1;
    return true;
}

} // namespace

bool isJoint(const PromptWord& word)
{
    return word.key == u"and"_qs || word.key == u","_qs || word.key == u"&"_qs || word.key == u"/"_qs;
}

QList<ColourWords> coloursAt(const std::vector<PromptWord>& words, int at, int* end)
{
    QList<ColourWords> colours;
    ColourWords colour;
    int i = at;
    while (colours.size() < kMostColours && colourAt(words, i, &colour, end)) {
        for (const QString& value : colour.value.split(u'\n'))
            colours.append({value, colour.first, colour.last});
        i = *end;
        int next = i;
        while (next < int(words.size()) && next - i < 2 && isJoint(words[size_t(next)]))
            ++next;
        int unused = 0;
        ColourWords following;
        if (next == i || !colourAt(words, next, &following, &unused))
            break;
        i = next;
    }
    return colours;
}

} // namespace assay
