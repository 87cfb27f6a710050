// SPDX-License-Identifier: GPL-3.0-or-later
// A ComfyUI prompt graph: nodes by id, each with a class and inputs that are values or links to other nodes.
// Knows how to follow links, with a limit on depth and no way round in circles. Value, read-only, for any
// thread.
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace assay {

class ComfyGraph
{
public:
    /// Stands between texts that reach the image separately (areas, combined conditioning, passes), so that
    /// they don't read as one.
    static constexpr QLatin1StringView kBetweenTexts{" || "};

    /// Nothing unless at least one member is a node (an object with class_type).
    static std::optional<ComfyGraph> fromJson(const QJsonObject& object);

    /// Node ids in a fixed order: numbers by value, then texts.
    const QStringList& ids() const { return m_ids; }
    QString classOf(const QString& id) const;
    QJsonObject inputsOf(const QString& id) const;
    /// The title a person gave the node, or empty.
    QString titleOf(const QString& id) const;

    /// The node an input links to, past reroutes; nothing for a value or a link to nowhere.
    std::optional<QString> linkedNode(const QJsonValue& input) const;

    /// The number or text behind an input, through links to primitive and seed nodes; null value: not found.
    QJsonValue scalar(const QJsonValue& input) const;

    /// The prompt text behind a conditioning input. `role` ("positive" or "negative") tells which way to go
    /// at nodes that pass on both. Nothing: not found, for example because a program writes the text while
    /// running.
    std::optional<QString> promptText(const QJsonValue& input, const QString& role) const;

    /// All nodes an input depends on, nearest first, through any link.
    QStringList upstreamOf(const QString& id) const;

private:
    struct Visit;

    std::optional<QString> directLink(const QJsonValue& input) const;
    QJsonValue scalarOf(const QString& id, int depth) const;
    std::optional<QString> conditioning(const QJsonValue& input, Visit& visit) const;
    std::optional<QString> conditioningOf(const QString& id, Visit& visit) const;
    std::optional<QString> ownText(const QString& id, Visit& visit) const;
    std::optional<QString> joinedText(const QString& id, Visit& visit) const;
    std::optional<QString> passedOn(const QString& id, Visit& visit) const;
    std::optional<QString> textValue(const QJsonValue& input, Visit& visit) const;

    QJsonObject m_nodes;
    QStringList m_ids;
};

} // namespace assay
