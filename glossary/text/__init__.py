"""Reading: from a file to sentences of tagged tokens whose offsets point into the original.

The only folder that imports NLTK and TextBlob.
"""
