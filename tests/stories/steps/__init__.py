"""Steps of the stories, by what happens in them."""
