// SPDX-License-Identifier: GPL-3.0-or-later
// KeyBadge: the key of an action, as it is bound now, in a small box. GUI thread. Also as free functions, for
// widgets and delegates that paint it among other things.
#pragma once

#include <QKeySequence>
#include <QWidget>

class QAction;

namespace assay {

class KeyBadge : public QWidget
{
    Q_OBJECT

public:
    explicit KeyBadge(const QString& key, QWidget* parent = nullptr);
    /// Shows the action's shortcut and follows it when it is bound anew. Does not own the action.
    explicit KeyBadge(QAction* action, QWidget* parent = nullptr);

    QString key() const { return m_key; }
    void setKey(const QString& key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

/// The key in words of this platform: "A", "Space", "Ctrl+Z"; empty for none.
QString keyText(const QKeySequence& sequence);

QSize keyBadgeSize(const QString& key);

enum class BadgeState {
    Enabled,
    Disabled,
    Recessed ///< enabled, on a raised surface such as a verdict button
};
/// Paints the badge centred vertically at the left of `rect`.
void paintKeyBadge(QPainter* painter, const QRect& rect, const QString& key, BadgeState state);

} // namespace assay
