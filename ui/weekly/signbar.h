// SPDX-License-Identifier: GPL-3.0-or-later
// SignBar: the foot of the weekly page: how much is decided, the way to what is open, and the signature; or
// why the week can't be signed, or by whom it is. GUI thread. It signs nothing itself.
#pragma once

#include "ui/common/surface.h"

class QProgressBar;
class QPushButton;

namespace assay {

class MarkLabel;
class TextLabel;

struct SignContent
{
    enum class State {
        ToSign,
        Signing, ///< being stored
        Signed,
        NotYet ///< the week is open, empty or provisional
    };

    State state = State::NotYet;
    int decided = 0;
    int all = 0;
    QString week{};  ///< "W17"
    QString owner{}; ///< empty: nobody said who it is
    QString words{}; ///< of Signed and NotYet

    bool operator==(const SignContent&) const = default;
};

class SignBar : public Surface
{
    Q_OBJECT

public:
    explicit SignBar(QWidget* parent = nullptr);

    void setContent(const SignContent& content);
    const SignContent& content() const { return m_content; }
    bool canSign() const;
    void focusSign();
    void setSmall(bool isSmall);

signals:
    void nextOpenWanted();
    void signWanted();

private:
    QString wordsToSign() const;

    SignContent m_content;
    QProgressBar* m_progress;
    TextLabel* m_count;
    MarkLabel* m_state;
    TextLabel* m_words;
    QPushButton* m_next;
    QPushButton* m_sign;
};

} // namespace assay
