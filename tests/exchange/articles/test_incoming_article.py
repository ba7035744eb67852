# SPDX-License-Identifier: MIT
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.text import decode


def test_an_article_without_metadata_claims_none() -> None:
    article = IncomingArticle("a.txt", decode(b"Words."))
    assert dict(article.metadata) == {}
    assert article.notes == ()
