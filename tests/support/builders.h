// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to make values for tests: aGeneration(u"g1").client(u"nord").asset(u"a1").cost(u"0.04", u"USD").
// What is not said has a plain default: ok, sent at kNoon, model "m-1", no image.
#pragma once

#include "app/domain/change.h"
#include "app/domain/generation.h"
#include "app/domain/review.h"

#include <QCryptographicHash>

namespace assay {

/// Wednesday, 4 March 2026, 12:00 UTC (2026-W10).
inline const UtcTime kNoon = fromEpochMs(1'772'625'600'000);

inline constexpr std::chrono::hours kDay{24};

/// A constraint with key and statement alike.
inline Constraint aConstraint(QStringView key, ConstraintKind kind = ConstraintKind::Count,
                              QStringView parent = {})
{
    return {key.toString(), kind, key.toString(), parent.toString(), {}};
}

/// A file below a root whose content is named by `content`.
inline ImageFile anImage(ImageRootId root, QStringView relativePath, QStringView content = u"pixels")
{
    const QByteArray digest = QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256);
    return {root, relativePath.toString(), digest, 1000, kNoon, QStringLiteral("PNG"), QSize(64, 48)};
}

class GenerationBuilder
{
public:
    explicit GenerationBuilder(QStringView externalId)
    {
        m_value.externalId = externalId.toString();
        m_value.sentAt = kNoon;
        m_value.model = QStringLiteral("m-1");
        m_value.prompt = QStringLiteral("three red circles");
    }

    GenerationBuilder& client(QStringView name)
    {
        return set([&] { m_value.client = name.toString(); });
    }
    GenerationBuilder& asset(QStringView name)
    {
        return set([&] { m_value.asset = name.toString(); });
    }
    GenerationBuilder& batch(QStringView name)
    {
        return set([&] { m_value.batch = name.toString(); });
    }
    GenerationBuilder& cycle(int number)
    {
        return set([&] { m_value.cycle = number; });
    }
    GenerationBuilder& candidate(int number)
    {
        return set([&] { m_value.candidate = number; });
    }
    GenerationBuilder& attempt(int number)
    {
        return set([&] { m_value.attempt = number; });
    }
    GenerationBuilder& sentAt(UtcTime time)
    {
        return set([&] { m_value.sentAt = time; });
    }
    GenerationBuilder& promptWrittenAt(UtcTime time)
    {
        return set([&] { m_value.promptWrittenAt = time; });
    }
    GenerationBuilder& model(QStringView name)
    {
        return set([&] { m_value.model = name.toString(); });
    }
    GenerationBuilder& promptTemplate(QStringView name)
    {
        return set([&] { m_value.promptTemplate = name.toString(); });
    }
    GenerationBuilder& prompt(QStringView text)
    {
        return set([&] { m_value.prompt = text.toString(); });
    }
    GenerationBuilder& unknownPrompt()
    {
        return set([&] { m_value.prompt.reset(); });
    }
    GenerationBuilder& checklist(const Checklist& list)
    {
        return set([&] { m_value.checklist = list; });
    }
    GenerationBuilder& status(GenerationStatus status)
    {
        return set([&] { m_value.status = status; });
    }
    GenerationBuilder& latency(qint64 ms)
    {
        return set([&] { m_value.latency = Milliseconds(ms); });
    }
    GenerationBuilder& cost(QStringView amount, QStringView currency)
    {
        return set([&] { m_value.cost = Money{*parseMicro(amount), currency.toString()}; });
    }
    GenerationBuilder& drift(double distance)
    {
        return set([&] { m_value.drift = distance; });
    }
    GenerationBuilder& scores(double clip, double aesthetic)
    {
        return set([&] { m_value.scores = {clip, aesthetic}; });
    }
    GenerationBuilder& statedImage(QStringView path)
    {
        return set([&] { m_value.statedImage = path.toString(); });
    }
    GenerationBuilder& image(const ImageFile& file)
    {
        return set([&] { m_value.image = file; });
    }

    const Generation& build() const { return m_value; }
    operator const Generation&() const { return m_value; }

private:
    template<typename Assign>
    GenerationBuilder& set(Assign assign)
    {
        assign();
        return *this;
    }

    Generation m_value;
};

/// One from a log. The client is "nord".
inline GenerationBuilder aGeneration(QStringView externalId = u"g1")
{
    return GenerationBuilder(externalId).client(u"nord");
}

/// One from a bare file: no id, no client, no model.
inline Generation aFileGeneration(const ImageFile& file)
{
    Generation generation;
    generation.sentAt = kNoon;
    generation.sentAtSource = TimeSource::FileTime;
    generation.image = file;
    return generation;
}

class ReviewBuilder
{
public:
    explicit ReviewBuilder(GenerationId generation)
    {
        m_value.generation = generation;
        m_value.reviewedAt = kNoon + std::chrono::hours(1);
        m_value.reviewer = QStringLiteral("dana");
    }

    ReviewBuilder& externalId(QStringView id)
    {
        return set([&] { m_value.externalId = id.toString(); });
    }
    ReviewBuilder& ofExternal(QStringView id)
    {
        return set([&] { m_value.generationExternalId = id.toString(); });
    }
    ReviewBuilder& at(UtcTime time)
    {
        return set([&] { m_value.reviewedAt = time; });
    }
    ReviewBuilder& reviewer(QStringView name)
    {
        return set([&] { m_value.reviewer = name.toString(); });
    }
    ReviewBuilder& disposition(Disposition verdict)
    {
        return set([&] { m_value.disposition = verdict; });
    }
    ReviewBuilder& accepted() { return disposition(Disposition::Accepted); }
    ReviewBuilder& revised() { return disposition(Disposition::Revised); }
    ReviewBuilder& rejected() { return disposition(Disposition::Rejected); }
    ReviewBuilder& check(QStringView key, Answer answer)
    {
        return set([&] { m_value.checks.insert(key.toString(), answer); });
    }
    ReviewBuilder& note(QStringView text)
    {
        return set([&] { m_value.note = text.toString(); });
    }

    const Review& build() const { return m_value; }
    operator const Review&() const { return m_value; }

private:
    template<typename Assign>
    ReviewBuilder& set(Assign assign)
    {
        assign();
        return *this;
    }

    Review m_value;
};

/// Accepted by dana an hour after kNoon unless said.
inline ReviewBuilder aReview(GenerationId generation = {})
{
    return ReviewBuilder(generation);
}

inline Change aChange(QStringView externalId, UtcTime at, QStringView client = {})
{
    return {{}, externalId.toString(), at, client.toString(), ChangeKind::Model, {}, {}, {}};
}

} // namespace assay
